/** A mail domain whose people may register; `company` by its name, where they belong to one. */
export type DomainRule = { domain: string; subdomains: boolean; company: string | null }

const MOST = 500
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`)

/**
 * Rules as an administrator writes them, one a line: `example.com`, `*.example.com` for its subdomains too, and after `=` the
 * company. Undefined where a line is none, or a domain stands twice.
 */
export function rulesIn(text: string): DomainRule[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const rules = lines.map((line): DomainRule => {
    const [name = '', ...company] = line.split('=')
    const domain = name.trim().toLowerCase()
    return {
      domain: domain.replace(/^\*\./, ''),
      subdomains: domain.startsWith('*.'),
      company: company.join('=').trim() || null,
    }
  })
  const isClear = rules.every(({ domain }) => domain.length <= 253 && DOMAIN.test(domain))
  const isUnique = new Set(rules.map(({ domain }) => domain)).size === rules.length
  return isClear && isUnique && rules.length <= MOST ? rules : undefined
}

/** The same the other way round. */
export function textOfRules(rules: readonly DomainRule[]): string {
  return rules
    .map(({ domain, subdomains, company }) => `${subdomains ? '*.' : ''}${domain}${company ? ` = ${company}` : ''}`)
    .join('\n')
}

/** The rule for an address: of its very domain, else of the nearest one above it that takes subdomains. */
export function ruleFor<Rule extends { domain: string; subdomains: boolean }>(
  rules: readonly Rule[],
  email: string,
): Rule | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return rules
    .filter((rule) => rule.domain === domain || (rule.subdomains && domain.endsWith(`.${rule.domain}`)))
    .toSorted((a, b) => b.domain.length - a.domain.length)[0]
}

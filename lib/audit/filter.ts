import type { AuditFilter } from './queries/list.ts'

type Search = Record<string, string | undefined>

/** The filter of an address; anything that it cannot be is left out. Days are those of the server's time zone. */
export function auditFilterOf(search: Search): AuditFilter {
  return {
    who: (search.who ?? '').trim().slice(0, 100),
    action: (search.action ?? '').trim().slice(0, 100),
    subject: (search.subject ?? '').trim().slice(0, 100),
    from: day(search.from),
    to: day(search.to, 1),
    before: /^\d{1,15}$/.test(search.before ?? '') ? Number(search.before) : undefined,
  }
}

function day(text: string | undefined, plus = 0): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '')
  if (!match) return undefined
  const [, year, month, date] = match.map(Number)
  return new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + plus)
}

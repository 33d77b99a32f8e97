import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { customerGroups, registrationDomains, registrationHosts, registrationOffers } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orUnknown } from '#lib/db/violations.ts'
import { AppError } from '#lib/errors.ts'
import { inGroup } from '#lib/groups/commands/in-group.ts'
import type { OfferChange } from '../input.ts'
import { storedOffer } from '../queries/offer.ts'

/**
 * Opens or closes self-registration in a customer group, and says how it goes.
 * @param shown the version that the form showed
 * @throws AppError `not_found`, `conflict`, `invalid` for companies and hosts that are not there, or where an account could not be
 * given by itself
 */
export function changeOffer(viewer: EngineerViewer, group: number, change: OfferChange, shown?: string): Promise<void> {
  return inGroup(viewer, group, async (tx) => {
    const before = await storedOffer(tx, group)
    requireVersion(before, shown)
    await requirePossible(tx, group, change)
    const { domains, hosts, asked, consent, ...rest } = change
    const offer = { ...rest, fields: asked, consent }
    await tx
      .insert(registrationOffers)
      .values({ customerGroupId: group, ...offer })
      .onConflictDoUpdate({ target: registrationOffers.customerGroupId, set: offer })
    await tx.delete(registrationHosts).where(eq(registrationHosts.customerGroupId, group))
    const at = [...new Set(hosts)].map((host) => ({ customerGroupId: group, host }))
    if (at.length > 0) await orUnknown('hosts', tx.insert(registrationHosts).values(at))
    const rules = await withCompanies(tx, group, domains)
    await tx.delete(registrationDomains).where(eq(registrationDomains.customerGroupId, group))
    if (rules.length > 0) await tx.insert(registrationDomains).values(rules)
    const subject = { subjectKind: 'customer_group', subjectId: String(group) }
    const about = { actorKind: 'engineer', actorId: viewer.engineer, action: 'registration.configured' } as const
    await record({ ...about, ...subject, before, after: change }, tx)
  })
}

async function requirePossible(tx: Transaction, group: number, { open, approval }: OfferChange): Promise<void> {
  if (!open) return
  const [found] = await tx
    .select({ assignment: customerGroups.accountAssignment, profile: customerGroups.fixedProfileId })
    .from(customerGroups)
    .where(eq(customerGroups.id, group))
  if (found?.assignment === 'none') throw new AppError('invalid', { fields: { open: 'noAccounts' } })
  if (approval === 'automatic' && (found?.assignment !== 'fixed' || found.profile === null))
    throw new AppError('invalid', { fields: { approval: 'notFixed' } })
}

/** The rules with the numbers of their companies, which go by their names. */
async function withCompanies(tx: Transaction, group: number, rules: OfferChange['domains']) {
  const names = rules.flatMap(({ company }) => (company === null ? [] : [company.toLowerCase()]))
  const found = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from companies_called(${group}, ${sql.param(names)}::text[])`,
  )
  return rules.map(({ domain, subdomains, company }) => {
    const [only, another] = found.filter(({ name }) => name.toLowerCase() === company?.toLowerCase())
    if (company !== null && (!only || another))
      throw new AppError('invalid', {
        fields: { domains: only ? 'companyTwice' : 'companyUnknown' },
        detail: { company },
      })
    return { customerGroupId: group, domain, subdomains, companyId: only ? Number(only.id) : null }
  })
}

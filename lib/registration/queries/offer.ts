import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { hosts, registrationHosts, registrationOffers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { type DataField, fieldsOf } from '#lib/groups/data-model.ts'
import { keysIn } from '#lib/groups/name-pattern.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { groupHead } from '#lib/groups/queries/pages.ts'
import type { DomainRule } from '../domains.ts'
import { mayBeAsked } from '../form.ts'
import type { OfferChange } from '../input.ts'

const CLOSED: OfferChange = {
  open: false,
  everywhere: true,
  hosts: [],
  approval: 'engineer',
  otherDomains: 'refused',
  domains: [],
  asked: [],
  consent: {},
  consentLink: null,
}

/** How people register in a customer group now; closed where nobody has ever said anything. */
export async function storedOffer(tx: Transaction, group: number): Promise<OfferChange> {
  const [row] = await tx.select().from(registrationOffers).where(eq(registrationOffers.customerGroupId, group))
  if (!row) return CLOSED
  const at = await tx
    .select({ host: registrationHosts.host })
    .from(registrationHosts)
    .where(eq(registrationHosts.customerGroupId, group))
    .orderBy(asc(registrationHosts.host))
  const rules = await tx.execute<DomainRule & { name: string | null }>(
    sql`select domain, subdomains, name as company from domains_to_register(${group})`,
  )
  const { open, everywhere, approval, otherDomains, fields, consent, consentLink } = row
  const domains = rules.map(({ domain, subdomains, company }) => ({ domain, subdomains, company }))
  const offer = { open, everywhere, approval, otherDomains, asked: fields, consent: consent ?? {}, consentLink }
  return { ...offer, hosts: at.map(({ host }) => host), domains }
}

/** What the administrator's form of it needs. @throws AppError `not_found` */
export function offerPage(viewer: EngineerViewer, group: number, locale: string) {
  return asViewer(viewer, async (tx) => {
    const model = await dataModelOf(tx, group)
    const offer = await storedOffer(tx, group)
    const known = await tx.select({ host: hosts.host }).from(hosts).orderBy(asc(hosts.host)).limit(500)
    const inName = keysIn(model.names.contact ?? '')
    const fields: DataField[] = fieldsOf(model, 'contact').filter(
      (field) => mayBeAsked(field) && !field.required && !inName.includes(field.key),
    )
    return {
      head: await groupHead(tx, group, model, locale),
      offer,
      version: versionOf(offer),
      hosts: known.map(({ host }) => host),
      fields,
    }
  })
}

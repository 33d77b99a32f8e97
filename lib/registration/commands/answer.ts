import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { registrationDomains, registrationOffers, registrations } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { ruleFor } from '../domains.ts'

/** So many mails about registering go to one address in a quarter of an hour. */
const MAILS = 3

type Outcome = 'closed' | 'too_many' | 'known' | 'known_without_access' | 'other_domain' | 'confirmation_sent'
type Asked = { id: number; customerGroupId: number; email: string; loginNormal: string }

/** The job after somebody registered: a mail with a link to confirm the address, another one, or none. The audit log gets the cause. */
export async function answerRegistration(id: number, address: string): Promise<void> {
  await asSystem(async (tx) => {
    const [asked] = await tx
      .select({
        id: registrations.id,
        customerGroupId: registrations.customerGroupId,
        email: registrations.email,
        loginNormal: registrations.loginNormal,
      })
      .from(registrations)
      .where(and(eq(registrations.id, id), eq(registrations.state, 'asked')))
      .for('update')
    if (!asked) return
    const outcome = await answer(tx, asked)
    const subject = { subjectKind: 'registration', subjectId: String(id) }
    await record({ actorKind: 'anonymous', action: 'registration.asked', ...subject, address, after: { outcome } }, tx)
  })
}

async function answer(tx: Transaction, asked: Asked): Promise<Outcome> {
  const [offer] = await tx
    .select({ open: registrationOffers.open, otherDomains: registrationOffers.otherDomains })
    .from(registrationOffers)
    .where(eq(registrationOffers.customerGroupId, asked.customerGroupId))
  if (!offer?.open) return turnAway(tx, asked, 'closed')
  const [known] = await tx.execute<{ owner: string; refused: boolean }>(
    sql`select owner, refused from account_registered_as(${asked.loginNormal})`,
  )
  const owner = known && Number(known.owner)
  if (await hasHadMany(tx, asked, owner)) return turnAway(tx, asked, 'too_many')
  if (known?.refused) return turnAway(tx, asked, 'known_without_access')
  if (owner !== undefined) {
    await enqueueMail(tx, { template: 'registration-known', contactId: owner })
    return turnAway(tx, asked, 'known')
  }
  const rules = await tx
    .select()
    .from(registrationDomains)
    .where(eq(registrationDomains.customerGroupId, asked.customerGroupId))
    .limit(500)
  const rule = ruleFor(rules, asked.email)
  if (!rule && offer.otherDomains === 'refused') {
    await enqueueMail(tx, { template: 'registration-elsewhere', registrationId: asked.id })
    return turnAway(tx, asked, 'other_domain')
  }
  await tx
    .update(registrations)
    .set({ companyId: rule?.companyId ?? null, knownDomain: rule !== undefined })
    .where(eq(registrations.id, asked.id))
  await enqueueMail(tx, { template: 'registration-confirm', registrationId: asked.id })
  return 'confirmation_sent'
}

async function turnAway(tx: Transaction, { id }: Asked, outcome: Outcome): Promise<Outcome> {
  await tx.update(registrations).set({ state: 'unwelcome' }).where(eq(registrations.id, id))
  return outcome
}

async function hasHadMany(tx: Transaction, asked: Asked, owner: number | undefined): Promise<boolean> {
  const [row] = await tx.execute<{ mails: number }>(sql`
    select count(*)::int as mails from outbox o left join registrations r on r.id = o.registration_id
    where o.created_at > now() - interval '15 minutes' and o.template like 'registration-%'
      and (r.login_normal = ${asked.loginNormal} or o.contact_id = ${owner ?? null})`)
  return (row?.mails ?? 0) >= MAILS
}

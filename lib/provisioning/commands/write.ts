import 'server-only'
import { sql } from 'drizzle-orm'
import { audit } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { apply } from '#lib/import/apply.ts'
import type { Verdict as Row } from '#lib/import/judge.ts'
import type { Verdict } from '../judge.ts'

const BATCH = 1000

/** By what the audit log knows a change: the source's provisioning and, unless it was a sign-in, the run. */
export type Cause = { provisioning: number; run: number | null }

/**
 * Writes what the verdicts say, all in the transaction given: contacts, accounts, who is behind which identity, and the audit
 * log. Disabling an account ends its sessions.
 */
export async function writeVerdicts(tx: Transaction, cause: Cause, verdicts: readonly Verdict[]): Promise<void> {
  for (let at = 0; at < verdicts.length; at += BATCH) await writeBatch(tx, cause, verdicts.slice(at, at + BATCH))
}

async function writeBatch(tx: Transaction, cause: Cause, verdicts: readonly Verdict[]): Promise<void> {
  await writeRecords(tx, verdicts)
  const contacts = await contactsOf(tx, verdicts)
  const people = verdicts.flatMap((verdict) => {
    const contact = verdict.contactId ?? contacts.get(verdict.write?.account.loginNormal ?? '')
    return contact === undefined ? [] : [{ ...verdict, contact }]
  })
  await link(tx, cause.provisioning, people)
  await setDisabled(
    tx,
    cause.provisioning,
    people.filter(({ write }) => write?.enables),
    false,
  )
  await setDisabled(
    tx,
    cause.provisioning,
    people.filter(({ outcome }) => outcome === 'disabled'),
    true,
  )
  await tell(tx, cause, people)
}

async function writeRecords(tx: Transaction, verdicts: readonly Verdict[]): Promise<void> {
  const byGroup = new Map<number, Row[]>()
  for (const [line, { name, outcome, changes, write }] of verdicts.entries()) {
    if (!write || (outcome !== 'created' && outcome !== 'changed')) continue
    const { customerGroupId, contact, account } = write
    const touchesAccount = account.isNew || account.changes.length > 0
    byGroup.set(customerGroupId, [
      ...(byGroup.get(customerGroupId) ?? []),
      { line, name, outcome, changes, problems: [], contact, ...(touchesAccount ? { account } : {}) },
    ])
  }
  for (const [group, rows] of byGroup) await apply(tx, group, rows, new Map())
}

/** Of the accounts just made, whose each is, by its login. */
async function contactsOf(tx: Transaction, verdicts: readonly Verdict[]): Promise<Map<string, number>> {
  const logins = verdicts.flatMap(({ outcome, write }) =>
    outcome === 'created' && write ? [write.account.loginNormal] : [],
  )
  if (logins.length === 0) return new Map()
  const rows = await tx.execute<{ login: string; contact: string }>(
    sql`select login_normal as login, contact_id as contact from accounts
      where login_normal in (select unnest(${sql.param(logins)}::text[]))`,
  )
  return new Map(rows.map(({ login, contact }) => [login, Number(contact)]))
}

type Settled = Verdict & { contact: number }

async function link(tx: Transaction, provisioning: number, people: readonly Settled[]): Promise<void> {
  const rows = people.flatMap(({ links, identity, contact }) => (links ? [{ identity, contact }] : []))
  if (rows.length === 0) return
  await tx.execute(sql`insert into provisioned_people (provisioning_id, identity, contact_id)
    select ${provisioning}, r.identity, r.contact from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(identity text, contact bigint)`)
}

async function setDisabled(
  tx: Transaction,
  provisioning: number,
  people: readonly Settled[],
  disabled: boolean,
): Promise<void> {
  if (people.length === 0) return
  const ids = sql.param(people.map(({ contact }) => contact))
  await tx.execute(
    sql`update accounts set disabled = ${disabled} where contact_id in (select unnest(${ids}::bigint[]))`,
  )
  await tx.execute(sql`update provisioned_people set disabled_at = case when ${disabled} then now() end
    where provisioning_id = ${provisioning} and contact_id in (select unnest(${ids}::bigint[]))`)
}

const ACTIONS = { created: 'account.given', changed: 'account.changed', disabled: 'account.disabled' } as const

/** What was changed, without texts that are personal. */
async function tell(tx: Transaction, cause: Cause, people: readonly Settled[]): Promise<void> {
  const events = people.flatMap(({ outcome, contact, changes, reasons, write }) =>
    outcome === 'left' || outcome === 'refused'
      ? []
      : [
          {
            actorKind: 'system' as const,
            action: ACTIONS[outcome],
            subjectKind: 'contact',
            subjectId: String(contact),
            after: {
              ...cause,
              ...(outcome === 'disabled' ? { reasons } : { changes }),
              ...(write
                ? {
                    login: write.account.login,
                    profileId: write.account.profileId,
                    companyId: write.contact.company?.id ?? null,
                  }
                : {}),
            },
          },
        ],
  )
  if (events.length > 0) await tx.insert(audit).values(events)
}

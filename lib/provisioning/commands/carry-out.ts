import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { normalLogin } from '#lib/auth/login.ts'
import { provisionedPeople } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Facts } from '../facts.ts'
import { mayDisable } from '../guard.ts'
import { judge, judgeMissing, type Verdict, type Way } from '../judge.ts'
import { plan } from '../plan.ts'
import { frameOf, type Provisioning, ruleSetOf } from '../queries/frame.ts'
import { knownFor, missingPeople } from '../queries/known.ts'
import { noCounts, type RunCounts, type RunKind, type RunState } from '../run.ts'
import { writeVerdicts } from './write.ts'

const BATCH = 1000

/** One of a source's people, by the identity that the source gives it for good. */
export type SourcePerson = { identity: string; facts: Facts }
export type Wished = { id: number; kind: RunKind; agreed: number | null }
export type Done = { state: Extract<RunState, 'done' | 'held'>; counts: RunCounts; verdicts: Verdict[] }

/**
 * Judges everybody whom the source has, and everybody whom it has no more; then, unless it is a dry run or would disable too
 * many, writes it all in the transaction given.
 */
export async function carryOut(
  tx: Transaction,
  provisioning: Provisioning,
  run: Wished,
  people: readonly SourcePerson[],
): Promise<Done> {
  const way = wayOf(provisioning)
  const verdicts = await judged(tx, provisioning, people, way)
  const missing = await missingPeople(
    tx,
    provisioning.id,
    people.map(({ identity }) => identity),
  )
  for (const [identity, person] of missing) verdicts.push(judgeMissing(identity, person, way))
  const counts = noCounts()
  for (const { outcome } of verdicts) counts[outcome]++
  if (run.kind === 'dry') return { state: 'done', counts, verdicts }
  const allowed = Math.max(run.agreed ?? 0, mayDisable(provisioning, await linkedNow(tx, provisioning), people.length))
  if (counts.disabled > allowed) return { state: 'held', counts, verdicts }
  await writeVerdicts(tx, { provisioning: provisioning.id, run: run.id }, verdicts)
  return { state: 'done', counts, verdicts }
}

/** What holds for everybody of a source: a directory's identity is also the account's LDAP id. */
export function wayOf({ ldapServerId, disableMissing }: Provisioning): Way {
  return { keepsIdentity: ldapServerId !== null, disablesMissing: disableMissing }
}

/** Each person, in the source's order; of two with one login the first gets it. */
export async function judged(
  tx: Transaction,
  provisioning: Provisioning,
  people: readonly SourcePerson[],
  way: Way,
): Promise<Verdict[]> {
  const set = await ruleSetOf(tx, provisioning)
  const frame = await frameOf(tx, set)
  const verdicts: Verdict[] = []
  const given = new Map<string, string>()
  for (let at = 0; at < people.length; at += BATCH) {
    const batch = people.slice(at, at + BATCH).map(({ identity, facts }) => ({ identity, plan: plan(facts, set) }))
    const known = await knownFor(tx, provisioning.id, frame, batch)
    for (const person of batch) {
      const wish = person.plan.ok ? person.plan.wish : undefined
      const login = wish ? normalLogin(wish.login) : ''
      const twice = given.has(login)
      const verdict = twice
        ? judge(
            { ...person, plan: { ...wish, ok: false, problem: { key: 'loginTwice', arg: given.get(login) ?? '' } } },
            known,
            way,
          )
        : judge(person, known, way)
      if (verdict.write) given.set(login, verdict.name)
      verdicts.push(verdict)
    }
  }
  return verdicts
}

async function linkedNow(tx: Transaction, { id }: Provisioning): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(provisionedPeople)
    .where(and(eq(provisionedPeople.provisioningId, id), isNull(provisionedPeople.disabledAt)))
  return row?.count ?? 0
}

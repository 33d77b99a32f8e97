import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { customerGroups, engineers, provisioningRules } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { RuleChange, RuleMove } from '../input.ts'
import { shownRule } from '../queries/stored.ts'
import type { MappingRule, Source } from '../rule-set.ts'
import { lockedOrNew, tell } from './set-up.ts'

/** More rules than these nobody understands. */
const MOST = 100

/**
 * Adds a rule after the others, or changes one. It holds from the next sign-in or synchronisation.
 * @throws AppError `not_found`, `conflict` where it was changed meanwhile or there are too many, `invalid` for a customer group
 * or profile that cannot be given
 */
export function saveRule(viewer: EngineerViewer, input: RuleChange): Promise<void> {
  const { source, sourceId, rule, version, ...change } = input
  return changing(viewer, { kind: source, id: sourceId }, async (tx, provisioning, rules) => {
    await requireFitting(tx, change)
    const before = rules.find(({ id }) => id === rule)
    if (rule !== undefined && !before) throw notFound()
    if (before) {
      requireVersion(shownRule(before), version)
      await tx.update(provisioningRules).set(change).where(eq(provisioningRules.id, before.id))
    } else {
      if (rules.length >= MOST) throw new AppError('conflict', { detail: { reason: 'tooMany' } })
      const position = (rules.at(-1)?.position ?? 0) + 1
      await tx.insert(provisioningRules).values({ provisioningId: provisioning, position, ...change })
    }
    return {
      action: before ? 'provisioning.rule_changed' : 'provisioning.rule_created',
      ...(before ? { before: shownRule(before) } : {}),
      after: change,
    }
  })
}

/** Nobody who fits it loses an account by that alone. @throws AppError `not_found` */
export function removeRule(viewer: EngineerViewer, source: Source, id: number): Promise<void> {
  return changing(viewer, source, async (tx, _, rules) => {
    const before = rules.find((one) => one.id === id)
    if (!before) throw notFound()
    await tx.delete(provisioningRules).where(eq(provisioningRules.id, id))
    return { action: 'provisioning.rule_deleted', before: shownRule(before) }
  })
}

/** Changes places with the neighbour; at the end of the list nothing happens. @throws AppError `not_found` */
export function moveRule(viewer: EngineerViewer, { source, sourceId, rule, direction }: RuleMove): Promise<void> {
  return changing(viewer, { kind: source, id: sourceId }, async (tx, _, rules) => {
    const at = rules.findIndex(({ id }) => id === rule)
    const moved = rules[at]
    if (!moved) throw notFound()
    const to = direction === 'up' ? at - 1 : at + 1
    if (to < 0 || to >= rules.length) return undefined
    const after = rules.toSpliced(at, 1).toSpliced(to, 0, moved)
    for (const [position, { id }] of after.entries())
      await tx.update(provisioningRules).set({ position }).where(eq(provisioningRules.id, id))
    const order = (list: readonly MappingRule[]) => ({ order: list.map(({ id }) => id) })
    return { action: 'provisioning.rule_moved', before: order(rules), after: order(after) }
  })
}

type StoredRule = typeof provisioningRules.$inferSelect
type Told = { action: string; before?: object; after?: object }

function changing(
  viewer: EngineerViewer,
  source: Source,
  work: (tx: Transaction, provisioning: number, rules: StoredRule[]) => Promise<Told | undefined>,
): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const { id } = await lockedOrNew(tx, source)
    const rules = await tx
      .select()
      .from(provisioningRules)
      .where(eq(provisioningRules.provisioningId, id))
      .orderBy(asc(provisioningRules.position), asc(provisioningRules.id))
    const told = await work(tx, id, rules)
    if (told) await tell(tx, viewer, id, told)
  })
}

/** A customer group that gives accounts, and a profile where the group does not give its own. */
async function requireFitting(
  tx: Transaction,
  { customerGroupId, profileId }: Pick<RuleChange, 'customerGroupId' | 'profileId'>,
): Promise<void> {
  const [group] = await tx
    .select({ assignment: customerGroups.accountAssignment })
    .from(customerGroups)
    .where(eq(customerGroups.id, customerGroupId))
  if (!group) throw new AppError('invalid', { fields: { customerGroupId: 'unknown' } })
  if (group.assignment === 'none') throw new AppError('invalid', { fields: { customerGroupId: 'noAccounts' } })
  if (group.assignment === 'fixed') return
  if (profileId === null) throw new AppError('invalid', { fields: { profileId: 'missing' } })
  const [profile] = await tx
    .select({ id: engineers.id })
    .from(engineers)
    .where(and(eq(engineers.id, profileId), eq(engineers.isTrack, true), eq(engineers.active, true)))
  if (!profile) throw new AppError('invalid', { fields: { profileId: 'unknown' } })
}

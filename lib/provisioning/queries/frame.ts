import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { customerGroups, engineers, provisioningRules, provisionings } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import type { Known } from '../known.ts'
import type { RuleSet, Source } from '../rule-set.ts'

/** What holds for all people of a run. */
export type Frame = Pick<Known, 'groups' | 'profiles'>
export type Provisioning = typeof provisionings.$inferSelect

/** How the people of a source are provisioned; undefined where nobody has said it yet. */
export async function provisioningOf(tx: Transaction, source: Source): Promise<Provisioning | undefined> {
  const column = source.kind === 'ldap' ? provisionings.ldapServerId : provisionings.oidcProviderId
  const [found] = await tx.select().from(provisionings).where(eq(column, source.id))
  return found
}

/** The mapping with its rules, in their order. */
export async function ruleSetOf(tx: Transaction, provisioning: Provisioning): Promise<RuleSet> {
  const rules = await tx
    .select()
    .from(provisioningRules)
    .where(eq(provisioningRules.provisioningId, provisioning.id))
    .orderBy(asc(provisioningRules.position), asc(provisioningRules.id))
  return { ...provisioning, rules }
}

/** The customer groups that the rules name, and the profiles in use. */
export async function frameOf(tx: Transaction, { rules }: RuleSet): Promise<Frame> {
  const groups: [number, NonNullable<ReturnType<Known['groups']['get']>>][] = []
  for (const id of new Set(rules.map(({ customerGroupId }) => customerGroupId))) {
    const [group] = await tx
      .select({ assignment: customerGroups.accountAssignment, fixedProfileId: customerGroups.fixedProfileId })
      .from(customerGroups)
      .where(eq(customerGroups.id, id))
    if (group) groups.push([id, { ...group, model: await dataModelOf(tx, id) }])
  }
  const profiles = await tx
    .select({ id: engineers.id })
    .from(engineers)
    .where(and(eq(engineers.isTrack, true), eq(engineers.active, true)))
    .limit(1000)
  return { groups: new Map(groups), profiles: new Set(profiles.map(({ id }) => id)) }
}

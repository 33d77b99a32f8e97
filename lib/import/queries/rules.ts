import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { siteWords } from '#lib/auth/site-words.ts'
import { customerGroups, engineers } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { type DataModel, fieldsOf } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { settings } from '#lib/settings/queries.ts'
import type { Level } from '../import.ts'
import type { Rules } from '../known.ts'
import { type Target, targetsOf } from '../targets.ts'

export type Profile = { id: number; name: string }
export type GroupRules = Omit<Rules, 'level' | 'defaultProfile'> & {
  model: DataModel
  targets: Target[]
  /** What may be chosen as the default profile: nothing where the customer group decides. */
  choices: Profile[]
}

/** What holds for an import into this customer group. @throws AppError `not_found` for one that the viewer may not read */
export async function rulesFor(
  tx: Transaction,
  viewer: EngineerViewer,
  customerGroupId: number,
  level: Level,
): Promise<GroupRules> {
  const [group] = await tx
    .select({ assignment: customerGroups.accountAssignment, fixedProfile: customerGroups.fixedProfileId })
    .from(customerGroups)
    .where(eq(customerGroups.id, customerGroupId))
  if (!group) throw notFound()
  const model = await dataModelOf(tx, customerGroupId)
  const profiles = await tx
    .select({ id: engineers.id, name: engineers.name, login: engineers.login })
    .from(engineers)
    .where(and(eq(engineers.isTrack, true), eq(engineers.active, true)))
    .orderBy(engineers.name)
    .limit(1000)
  const { 'password.min_length': passwordLength } = await settings('password.min_length')
  const withAccounts = level === 'contact' && viewer.account_groups.includes(customerGroupId)
  return {
    ...group,
    names: model.names,
    required: {
      company: fieldsOf(model, 'company').filter(({ required }) => required),
      contact: fieldsOf(model, 'contact').filter(({ required }) => required),
    },
    model,
    targets: targetsOf(model, level, withAccounts && group.assignment !== 'none'),
    profiles: new Map(
      profiles.flatMap(({ id, name, login }) => [
        [name.toLowerCase(), id] as const,
        [login.toLowerCase(), id] as const,
      ]),
    ),
    choices: withAccounts && group.assignment === 'manual' ? profiles.map(({ id, name }) => ({ id, name })) : [],
    passwordLength,
    siteWords: await siteWords(),
  }
}

import 'server-only'
import { asc, eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { customerGroups, engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import { singlesOf } from '../annotation-rules.ts'
import { type DataModel, fieldsOf, LEVELS, type Level } from '../data-model.ts'
import type { Assignment, GroupChange } from '../input.ts'
import { fitsInName } from '../name-pattern.ts'
import { dataModelOf } from './data-model.ts'
import { accountsBeside, type GroupFigures, groupFigures } from './figures.ts'
import { storedGroup } from './stored.ts'

export type GroupRow = {
  id: number
  label: string
  key: string
  hasCompanies: boolean
  portalEnabled: boolean
  assignment: Assignment
  /** The fixed profile. */
  profile: string | null
  figures: GroupFigures
}

const MOST = 500
const NOBODY: GroupFigures = { companies: 0, contacts: 0, inCompany: 0, accounts: 0, admitted: 0 }

/** Every customer group by its name, 500 at most. */
export function groupList(viewer: EngineerViewer, locale: string): Promise<GroupRow[]> {
  return asViewer(viewer, async (tx) => {
    const label = labelIn(customerGroups.labels, locale)
    const rows = await tx
      .select({
        id: customerGroups.id,
        label,
        key: customerGroups.key,
        hasCompanies: customerGroups.hasCompanies,
        portalEnabled: customerGroups.portalEnabled,
        assignment: customerGroups.accountAssignment,
        profile: engineers.login,
      })
      .from(customerGroups)
      .leftJoin(engineers, eq(engineers.id, customerGroups.fixedProfileId))
      .orderBy(label, asc(customerGroups.id))
      .limit(MOST)
    const figures = await groupFigures(tx)
    return rows.map((row) => ({ ...row, figures: figures.get(row.id) ?? NOBODY }))
  })
}

/** What all pages of a customer group show. */
export type GroupHead = {
  id: number
  key: string
  label: string
  portalEnabled: boolean
  hasCompanies: boolean
  /** A portal without a field for the login or the password is one that nobody can be let into. */
  lacks: ('username' | 'password')[]
}

export type ProfileChoice = {
  id: number
  login: string
  active: boolean
  /** How many accounts of the group would get it. */
  gives: number
}

/** @throws AppError `not_found` */
export function groupPage(viewer: EngineerViewer, id: number, locale: string) {
  return asViewer(viewer, async (tx) => {
    const stored = await storedGroup(tx, id)
    if (!stored) throw notFound()
    const model = await dataModelOf(tx, id)
    return {
      head: headOf(id, stored, model, locale),
      stored,
      version: versionOf(stored),
      figures: (await groupFigures(tx, id)).get(id) ?? NOBODY,
      profiles: await profileChoices(tx, stored, id),
      nameKeys: nameKeysOf(model),
    }
  })
}

/** What a form for a new customer group needs. */
export function newGroupPage(viewer: EngineerViewer): Promise<ProfileChoice[]> {
  return asViewer(viewer, (tx) => profileChoices(tx))
}

export async function groupHead(tx: Transaction, id: number, model: DataModel, locale: string): Promise<GroupHead> {
  const stored = await storedGroup(tx, id)
  if (!stored) throw notFound()
  return headOf(id, stored, model, locale)
}

function headOf(id: number, group: GroupChange, model: DataModel, locale: string): GroupHead {
  const held = new Set(fieldsOf(model, 'contact').flatMap(({ annotations }) => annotations))
  return {
    id,
    key: group.key,
    label: group.labels[locale] ?? group.labels.en ?? group.key,
    portalEnabled: group.portalEnabled,
    hasCompanies: group.hasCompanies,
    lacks: group.portalEnabled ? (['username', 'password'] as const).filter((one) => !held.has(one)) : [],
  }
}

/** The keys that a pattern for names may use. */
function nameKeysOf(model: DataModel): Record<Level, string[]> {
  const [company, contact] = LEVELS.map((level) =>
    fieldsOf(model, level)
      .filter((field) => fitsInName(field.type) && singlesOf(field).length === 0)
      .map(({ key }) => key),
  )
  return { company: company ?? [], contact: contact ?? [] }
}

/** Active profiles, and the one that is fixed now even if it is not active. */
async function profileChoices(tx: Transaction, group?: GroupChange, id?: number): Promise<ProfileChoice[]> {
  const all = await tx
    .select({ id: engineers.id, login: engineers.login, active: engineers.active })
    .from(engineers)
    .where(eq(engineers.isTrack, true))
    .orderBy(asc(engineers.login))
    .limit(MOST)
  const offered = all.filter(({ id: profile, active }) => active || profile === group?.fixedProfileId)
  const choices: ProfileChoice[] = []
  for (const profile of offered)
    choices.push({ ...profile, gives: id === undefined ? 0 : await accountsBeside(tx, id, profile.id) })
  return choices
}

import 'server-only'
import { asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { labelIn } from '../db/labels.ts'
import { customerGroups, hosts } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'

export type DressedCompany = { id: number; name: string; theme: string | null }
type DressedGroup = { id: number; label: string; theme: string | null }

/** By theme: the hosts, customer groups and companies that wear it. */
export type Wearers = { hosts: string[]; groups: DressedGroup[]; companies: DressedCompany[] }

const MOST = 500

/** Who wears which theme by name, 500 of each kind at most. */
export function wearersByTheme(viewer: EngineerViewer, locale: string): Promise<(theme: string) => Wearers> {
  return asViewer(viewer, async (tx) => {
    const named = await tx.select().from(hosts).orderBy(asc(hosts.host)).limit(MOST)
    const label = labelIn(customerGroups.labels, locale)
    const groups = await tx
      .select({ id: customerGroups.id, label, theme: customerGroups.theme })
      .from(customerGroups)
      .where(isNotNull(customerGroups.theme))
      .orderBy(label)
      .limit(MOST)
    const companies = await companiesToDress(tx, '')
    return (theme) => ({
      hosts: named.filter((one) => one.theme === theme).map(({ host }) => host),
      groups: groups.filter((one) => one.theme === theme),
      companies: companies.filter((one) => one.theme === theme),
    })
  })
}

/** Customer groups that do not wear the theme, and companies of that name, 20 at most; for whom it may be chosen. */
export function mayWear(viewer: EngineerViewer, theme: string, named: string, locale: string) {
  return asViewer(viewer, async (tx) => {
    const label = labelIn(customerGroups.labels, locale)
    const groups = await tx
      .select({ id: customerGroups.id, label, theme: customerGroups.theme })
      .from(customerGroups)
      .where(sql`${customerGroups.theme} is distinct from ${theme}`)
      .orderBy(label)
      .limit(MOST)
    return { groups, companies: named ? await companiesToDress(tx, named, 20) : [] }
  })
}

/** @returns the theme that the customer group had, or undefined for an unknown group */
export async function themeOfGroup(tx: Transaction, group: number): Promise<string | null | undefined> {
  const [row] = await tx
    .select({ theme: customerGroups.theme })
    .from(customerGroups)
    .where(eq(customerGroups.id, group))
    .for('update')
  return row?.theme
}

async function companiesToDress(tx: Transaction, named: string, atMost = MOST): Promise<DressedCompany[]> {
  const rows = await tx.execute<{ id: string; name: string; theme: string | null }>(
    sql`select id, name, theme from companies_to_dress(${named}, ${atMost})`,
  )
  return rows.map(({ id, ...row }) => ({ ...row, id: Number(id) }))
}

import 'server-only'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import {
  customerGroups,
  engineers,
  ldapServers,
  oidcProviders,
  provisionedPeople,
  provisioningRows,
  provisioningRules,
  provisioningRuns,
} from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import type { MappingRule, Source } from '../rule-set.ts'
import { KEPT_RUNS, type Outcome } from '../run.ts'
import { type Provisioning, provisioningOf } from './frame.ts'
import { ruleVersion, shownSettings, unsaved } from './stored.ts'

export type RuleRow = MappingRule & { group: string; groupAssignment: string; profile: string | null }
export type RunRow = typeof provisioningRuns.$inferSelect & { engineer: string | null }

/** A source's rules in their order, and how many people are known by it. @throws AppError `not_found` */
export function rulesPage(viewer: EngineerViewer, source: Source, locale: string) {
  return inSource(viewer, source, async (tx, provisioning) => {
    const rules: RuleRow[] = await tx
      .select({
        id: provisioningRules.id,
        test: provisioningRules.test,
        attribute: provisioningRules.attribute,
        values: provisioningRules.values,
        customerGroupId: provisioningRules.customerGroupId,
        companyBy: provisioningRules.companyBy,
        company: provisioningRules.company,
        profileId: provisioningRules.profileId,
        group: labelIn(customerGroups.labels, locale),
        groupAssignment: customerGroups.accountAssignment,
        profile: engineers.name,
      })
      .from(provisioningRules)
      .innerJoin(customerGroups, eq(customerGroups.id, provisioningRules.customerGroupId))
      .leftJoin(
        engineers,
        sql`${engineers.id} = case when ${customerGroups.accountAssignment} = 'fixed' then ${customerGroups.fixedProfileId} else ${provisioningRules.profileId} end`,
      )
      .where(eq(provisioningRules.provisioningId, provisioning.id))
      .orderBy(asc(provisioningRules.position), asc(provisioningRules.id))
    const [known] = await tx
      .select({ people: sql<number>`count(*)::int` })
      .from(provisionedPeople)
      .where(eq(provisionedPeople.provisioningId, provisioning.id))
    return { rules, people: known?.people ?? 0 }
  })
}

/** The settings of a source's provisioning, or what they start with. @throws AppError `not_found` */
export function settingsPage(viewer: EngineerViewer, source: Source) {
  return inSource(viewer, source, async (_, provisioning) => {
    const settings = shownSettings(provisioning)
    return { settings, version: versionOf(settings), nextRunAt: provisioning.nextRunAt }
  })
}

/** A rule, or what a new one may be given. @throws AppError `not_found` */
export function rulePage(viewer: EngineerViewer, source: Source, id: number | undefined, locale: string) {
  return inSource(viewer, source, async (tx, provisioning) => {
    const [stored] = await tx
      .select()
      .from(provisioningRules)
      .where(and(eq(provisioningRules.provisioningId, provisioning.id), eq(provisioningRules.id, id ?? 0)))
    if (id !== undefined && !stored) throw notFound()
    const label = labelIn(customerGroups.labels, locale)
    const groups = await tx
      .select({ id: customerGroups.id, label, assignment: customerGroups.accountAssignment })
      .from(customerGroups)
      .where(
        sql`${customerGroups.accountAssignment} <> 'none' or ${customerGroups.id} = ${stored?.customerGroupId ?? 0}`,
      )
      .orderBy(label)
      .limit(500)
    const profiles = await tx
      .select({ id: engineers.id, name: engineers.name })
      .from(engineers)
      .where(and(eq(engineers.isTrack, true), eq(engineers.active, true)))
      .orderBy(engineers.name)
      .limit(500)
    const [before] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(provisioningRules)
      .where(
        and(
          eq(provisioningRules.provisioningId, provisioning.id),
          sql`(${provisioningRules.position}, ${provisioningRules.id}) < (${stored?.position ?? 0}, ${stored?.id ?? 0})`,
        ),
      )
    const number = (before?.count ?? 0) + 1
    return { stored: stored && { ...stored, version: ruleVersion(stored) }, number, groups, profiles }
  })
}

const runColumns = {
  id: provisioningRuns.id,
  provisioningId: provisioningRuns.provisioningId,
  kind: provisioningRuns.kind,
  state: provisioningRuns.state,
  engineerId: provisioningRuns.engineerId,
  agreed: provisioningRuns.agreed,
  counts: provisioningRuns.counts,
  problem: provisioningRuns.problem,
  createdAt: provisioningRuns.createdAt,
  startedAt: provisioningRuns.startedAt,
  finishedAt: provisioningRuns.finishedAt,
  engineer: engineers.name,
}

/** The runs whose reports are kept, the newest first. @throws AppError `not_found` */
export function runsPage(viewer: EngineerViewer, source: Source) {
  return inSource(viewer, source, async (tx, provisioning) => ({
    schedule: provisioning.schedule,
    nextRunAt: provisioning.nextRunAt,
    runs: (await tx
      .select(runColumns)
      .from(provisioningRuns)
      .leftJoin(engineers, eq(engineers.id, provisioningRuns.engineerId))
      .where(eq(provisioningRuns.provisioningId, provisioning.id))
      .orderBy(desc(provisioningRuns.id))
      .limit(KEPT_RUNS)) satisfies RunRow[],
  }))
}

export type ReportRow = typeof provisioningRows.$inferSelect

/** One run with a piece of its report, and one row more where there are others. @throws AppError `not_found` */
export function runPage(
  viewer: EngineerViewer,
  source: Source,
  id: number,
  { outcome, after, size }: { outcome: Outcome | undefined; after: number; size: number },
) {
  return inSource(viewer, source, async (tx, provisioning) => {
    const [run] = await tx
      .select(runColumns)
      .from(provisioningRuns)
      .leftJoin(engineers, eq(engineers.id, provisioningRuns.engineerId))
      .where(and(eq(provisioningRuns.id, id), eq(provisioningRuns.provisioningId, provisioning.id)))
    if (!run) throw notFound()
    const rows = await tx
      .select()
      .from(provisioningRows)
      .where(
        and(
          eq(provisioningRows.runId, id),
          gt(provisioningRows.number, after),
          outcome && eq(provisioningRows.outcome, outcome),
        ),
      )
      .orderBy(asc(provisioningRows.number))
      .limit(size + 1)
    const [latest] = await tx
      .select({ id: provisioningRuns.id })
      .from(provisioningRuns)
      .where(eq(provisioningRuns.provisioningId, provisioning.id))
      .orderBy(desc(provisioningRuns.id))
      .limit(1)
    return { run, rows, isLatest: latest?.id === id }
  })
}

/** As the viewer, in a source that exists; with what its settings start with where nobody has saved them. */
function inSource<T>(
  viewer: EngineerViewer,
  source: Source,
  read: (tx: Transaction, provisioning: Provisioning) => Promise<T>,
): Promise<T & { name: string }> {
  return asViewer(viewer, async (tx) => {
    const [named] =
      source.kind === 'ldap'
        ? await tx.select({ name: ldapServers.name }).from(ldapServers).where(eq(ldapServers.id, source.id))
        : await tx.select({ name: oidcProviders.name }).from(oidcProviders).where(eq(oidcProviders.id, source.id))
    if (!named) throw notFound()
    return { ...(await read(tx, (await provisioningOf(tx, source)) ?? unsaved(source))), ...named }
  })
}

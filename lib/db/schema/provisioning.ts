import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { COMPANY_WAYS, TESTS } from '#lib/provisioning/rule-set.ts'
import { OUTCOMES, RUN_KINDS, RUN_STATES, type RunCounts, SCHEDULES } from '#lib/provisioning/run.ts'
import { id, moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { customerGroups } from './customer-groups.ts'
import { engineers } from './engineers.ts'
import { ldapServers } from './ldap-servers.ts'
import { oidcProviders } from './oidc-providers.ts'
import { isSystem, keptByAdministrators } from './policies.ts'

/** Kept by administrators; worked with by the application itself, and by whoever acts as this provisioning. */
const kept = (provisioning: SQL) => {
  const works = sql`${isSystem} or ${provisioning} = (select viewer_id('provisioning'))`
  return [...keptByAdministrators(works), pgPolicy('work', { for: 'all', using: works, withCheck: works })]
}

/** How the people of one source become contacts with accounts. */
export const provisionings = pgTable(
  'provisionings',
  {
    id: id(),
    ldapServerId: reference()
      .unique()
      .references(() => ldapServers.id, { onDelete: 'cascade' }),
    oidcProviderId: reference()
      .unique()
      .references(() => oidcProviders.id, { onDelete: 'cascade' }),
    /** Who of a directory is looked at. */
    filter: text().notNull().default(''),
    loginAttribute: text().notNull(),
    nameAttribute: text().notNull().default(''),
    emailAttribute: text().notNull().default(''),
    localeAttribute: text().notNull().default(''),
    fieldAttributes: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** An account is made at the first sign-in. */
    justInTime: boolean().notNull().default(false),
    disableMissing: boolean().notNull().default(false),
    mostDisabled: integer().notNull().default(20),
    mostDisabledPercent: integer().notNull().default(10),
    schedule: text({ enum: SCHEDULES }).notNull().default('off'),
    nextRunAt: moment(),
  },
  (t) => [check('one_source', sql`num_nonnulls(${t.ldapServerId}, ${t.oidcProviderId}) = 1`), ...kept(sql`${t.id}`)],
)

const ofProvisioning = () =>
  reference()
    .notNull()
    .references(() => provisionings.id, { onDelete: 'cascade' })

export const provisioningRules = pgTable(
  'provisioning_rules',
  {
    id: id(),
    provisioningId: ofProvisioning(),
    position: integer().notNull(),
    test: text({ enum: TESTS }).notNull(),
    attribute: text().notNull().default(''),
    values: text().array().notNull().default([]),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
    companyBy: text({ enum: COMPANY_WAYS }).notNull().default('none'),
    company: text().notNull().default(''),
    profileId: reference().references(() => engineers.id),
  },
  (t) => [index().on(t.provisioningId, t.position), ...kept(sql`${t.provisioningId}`)],
)

/** Who is behind an identity of the source. The identity is the source's own and never an address. */
export const provisionedPeople = pgTable(
  'provisioned_people',
  {
    provisioningId: ofProvisioning(),
    identity: text().notNull(),
    contactId: reference()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** When a synchronisation disabled the account; one that somebody else disabled stays so. */
    disabledAt: moment(),
    createdAt: now(),
  },
  (t) => [
    primaryKey({ columns: [t.provisioningId, t.identity] }),
    index().on(t.contactId),
    ...kept(sql`${t.provisioningId}`),
  ],
)

/** One look at all people of a source, with what came of it. */
export const provisioningRuns = pgTable(
  'provisioning_runs',
  {
    id: id(),
    provisioningId: ofProvisioning(),
    kind: text({ enum: RUN_KINDS }).notNull(),
    state: text({ enum: RUN_STATES }).notNull().default('waiting'),
    /** Who asked for it; nobody where it was due. */
    engineerId: reference(),
    /** So many accounts it may disable, for somebody has agreed to it. */
    agreed: integer(),
    counts: jsonb().$type<RunCounts>(),
    /** Why it failed: a key of the messages, and what was answered. */
    problem: text(),
    createdAt: now(),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (t) => [
    index().on(t.provisioningId, t.id),
    uniqueIndex('one_provisioning_run_at_a_time').on(t.provisioningId).where(sql`${t.state} in ('waiting', 'running')`),
    ...kept(sql`${t.provisioningId}`),
  ],
)

/** What a run did, or would do, with one person. */
export const provisioningRows = pgTable(
  'provisioning_rows',
  {
    runId: reference()
      .notNull()
      .references(() => provisioningRuns.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    outcome: text({ enum: OUTCOMES }).notNull(),
    name: text().notNull(),
    login: text().notNull(),
    identity: text().notNull(),
    contactId: reference(),
    changes: text().array().notNull().default([]),
    reasons: text().array().notNull().default([]),
  },
  (t) => {
    const ofVisibleRun = sql`exists (select from ${provisioningRuns} r where r.id = ${t.runId})`
    return [
      primaryKey({ columns: [t.runId, t.number] }),
      index().on(t.runId, t.outcome, t.number),
      pgPolicy('of_run', { for: 'all', using: ofVisibleRun, withCheck: ofVisibleRun }),
    ]
  },
)

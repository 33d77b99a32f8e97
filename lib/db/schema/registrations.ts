import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, type Labels, moment, now, reference } from './columns.ts'
import { companies } from './companies.ts'
import { customerGroups } from './customer-groups.ts'
import { hosts } from './hosts.ts'
import { ids, isEngineer, isSystem, keptByAdministrators, reads, updates } from './policies.ts'

/** Whether, and how, people register themselves in a customer group. No row is as good as a closed one. */
export const registrationOffers = pgTable(
  'registration_offers',
  {
    customerGroupId: reference()
      .primaryKey()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
    open: boolean().notNull().default(false),
    /** At every host where the group signs in; otherwise at those of `registrationHosts`. */
    everywhere: boolean().notNull().default(true),
    approval: text({ enum: ['automatic', 'engineer'] })
      .notNull()
      .default('engineer'),
    /** What becomes of mail addresses outside of `registrationDomains`. */
    otherDomains: text({ enum: ['refused', 'held'] })
      .notNull()
      .default('refused'),
    /** Keys of contact fields that the form asks for beside name and address. */
    fields: text().array().notNull().default([]),
    consent: jsonb().$type<Labels>(),
    consentLink: text(),
  },
  () => keptByAdministrators(sql`${isEngineer} or ${isSystem}`),
)

/** The hosts that show the form, where not all do. */
export const registrationHosts = pgTable(
  'registration_hosts',
  {
    customerGroupId: reference()
      .notNull()
      .references(() => registrationOffers.customerGroupId, { onDelete: 'cascade' }),
    host: text()
      .notNull()
      .references(() => hosts.host, { onDelete: 'cascade', onUpdate: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.customerGroupId, t.host] }), ...keptByAdministrators(isEngineer)],
)

/** The company to which a mail domain belongs; without one, whoever comes from there belongs to none. */
export const registrationDomains = pgTable(
  'registration_domains',
  {
    id: id(),
    customerGroupId: reference()
      .notNull()
      .references(() => registrationOffers.customerGroupId, { onDelete: 'cascade' }),
    domain: text().notNull(),
    subdomains: boolean().notNull().default(false),
    companyId: reference().references(() => companies.id, { onDelete: 'cascade' }),
  },
  (t) => [
    unique().on(t.customerGroupId, t.domain),
    index().on(t.companyId),
    ...keptByAdministrators(sql`${isEngineer} or ${isSystem}`),
  ],
)

/**
 * Somebody who registered: `asked` until the address is confirmed by a link, then an account at once (`accepted`) or `held`
 * for an engineer; `unwelcome` where the domain is not accepted. The application role cannot select `passwordHash`.
 */
export const registrations = pgTable(
  'registrations',
  {
    id: id(),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
    companyId: reference().references(() => companies.id, { onDelete: 'set null' }),
    state: text({ enum: ['asked', 'unwelcome', 'held', 'accepted', 'refused'] })
      .notNull()
      .default('asked'),
    /** Whether a rule names the domain of the address. */
    knownDomain: boolean().notNull().default(false),
    name: text().notNull(),
    email: text().notNull(),
    loginNormal: text().notNull(),
    locale: text(),
    host: text(),
    fields: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    consentedAt: moment(),
    passwordHash: text(),
    passwordScheme: text(),
    contactId: reference(),
    decidedById: reference(),
    decidedAt: moment(),
    /** Why it was refused, as the mail says. */
    reason: text(),
    createdAt: now(),
    expiresAt: moment().notNull(),
  },
  (t) => {
    const within = (list: string) => sql`${t.customerGroupId} = any (${ids(list)}::bigint[])`
    const kept = sql`${isEngineer} and ${within('read_groups')} and ${within('account_groups')}`
    return [
      index().on(t.state, t.id),
      index().on(t.loginNormal),
      index().on(t.expiresAt),
      index().on(t.customerGroupId),
      index().on(t.companyId),
      reads('read', sql`${isSystem} or (${kept} and ${t.state} in ('held', 'accepted', 'refused'))`),
      updates('decide', sql`${isSystem} or (${kept} and ${t.state} = 'held')`, sql`${isSystem} or ${kept}`),
    ]
  },
)

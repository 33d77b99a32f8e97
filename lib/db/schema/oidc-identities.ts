import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { engineers } from './engineers.ts'
import { oidcProviders } from './oidc-providers.ts'
import { deletes, inserts, isEngineer, isViewing, mayAdminister, me, myEngineer, reads } from './policies.ts'

/** Whom a provider means by a subject: one contact, one engineer, or both of the same person. Nobody has two at one provider. */
export const oidcIdentities = pgTable(
  'oidc_identities',
  {
    id: id(),
    providerId: reference()
      .notNull()
      .references(() => oidcProviders.id, { onDelete: 'cascade' }),
    /** As the provider called itself then: another issuer under the same name means other people. */
    issuer: text().notNull(),
    subject: text().notNull(),
    contactId: reference().references(() => contacts.id, { onDelete: 'cascade' }),
    engineerId: reference().references(() => engineers.id, { onDelete: 'cascade' }),
    /** What the provider calls the person, for its own eyes. */
    label: text().notNull().default(''),
    linkedBy: text({ enum: ['owner', 'mail', 'rules'] }).notNull(),
    createdAt: now(),
    lastUsedAt: moment(),
  },
  (t) => {
    const own = sql`(${t.contactId} = ${me} and not ${isViewing}) or (${isEngineer} and ${t.engineerId} = ${myEngineer})`
    return [
      check('oidc_identity_of_one', sql`num_nonnulls(${t.contactId}, ${t.engineerId}) = 1`),
      uniqueIndex('oidc_subject_of_contact')
        .on(t.providerId, t.issuer, t.subject)
        .where(sql`${t.contactId} is not null`),
      uniqueIndex('oidc_subject_of_engineer')
        .on(t.providerId, t.issuer, t.subject)
        .where(sql`${t.engineerId} is not null`),
      uniqueIndex('oidc_identity_of_contact').on(t.contactId, t.providerId),
      uniqueIndex('oidc_identity_of_engineer').on(t.engineerId, t.providerId),
      index().on(t.providerId),
      reads('read', sql`${own} or ${mayAdminister}`),
      inserts('connect', own),
      deletes('disconnect', sql`${own} or ${mayAdminister}`),
    ]
  },
)

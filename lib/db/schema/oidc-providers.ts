import { boolean, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { hosts } from './hosts.ts'
import { mayAdminister } from './policies.ts'

const administered = () => pgPolicy('administer', { for: 'all', using: mayAdminister, withCheck: mayAdminister })

/**
 * Who vouches for people that sign in (OpenID Connect). `clientSecret` is sealed by a key that only the environment has; before
 * there is a viewer, `oidc_provider_at` alone hands it out.
 */
export const oidcProviders = pgTable(
  'oidc_providers',
  {
    id: id(),
    /** Part of the address to which the provider sends people back. */
    key: text().notNull().unique(),
    name: text().notNull(),
    issuer: text().notNull(),
    clientId: text().notNull(),
    clientSecret: text().notNull(),
    scopes: text().notNull().default('openid profile email'),
    /** The claim with the mail address. */
    mailClaim: text().notNull().default('email'),
    active: boolean().notNull().default(true),
    forContacts: boolean().notNull().default(true),
    forEngineers: boolean().notNull().default(false),
    /** It asks for a second factor itself, so that ours is not asked for. */
    asksSecondFactor: boolean().notNull().default(false),
    /** An address that it has verified links the one account that has it. */
    linksByMail: boolean().notNull().default(false),
    createdAt: now(),
  },
  () => [administered()],
)

/** The hosts whose sign-in pages offer the provider; none means all. */
export const oidcProviderHosts = pgTable(
  'oidc_provider_hosts',
  {
    providerId: reference()
      .notNull()
      .references(() => oidcProviders.id, { onDelete: 'cascade' }),
    host: text()
      .notNull()
      .references(() => hosts.host, { onDelete: 'cascade', onUpdate: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.host] }), administered()],
)

import { type SQL, sql } from 'drizzle-orm'
import { bigint, index, type PgColumn, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { id, moment, now, reference } from './columns.ts'
import { engineers } from './engineers.ts'
import {
  deletes,
  ids,
  inserts,
  isEngineer,
  isSystem,
  isViewing,
  mayAdminister,
  me,
  myEngineer,
  reads,
  updates,
} from './policies.ts'

const owner = {
  contactId: reference().references(() => accounts.contactId, { onDelete: 'cascade' }),
  engineerId: reference().references(() => engineers.id, { onDelete: 'cascade' }),
}

/**
 * Its owner keeps a factor, and sign-in looks at it. Whoever keeps the account, of an engineer an administrator, sees that it
 * is there and may take it away where it was lost.
 */
function keptByOwner(t: { contactId: PgColumn; engineerId: PgColumn }) {
  const own = sql`(${t.contactId} = ${me} and not ${isViewing}) or (${isEngineer} and ${t.engineerId} = ${myEngineer}) or ${isSystem}`
  const ofContactIn = (list: string): SQL =>
    sql`(${isEngineer} and exists (select from contacts c where c.id = ${t.contactId} and c.customer_group_id = any (${ids(list)}::bigint[])))`
  const ofEngineer = sql`(${mayAdminister} and ${t.engineerId} is not null)`
  return [
    reads('read', sql`${own} or ${ofContactIn('read_groups')} or ${ofEngineer}`),
    inserts('add', own),
    updates('change', own),
    deletes('remove', sql`${own} or ${ofContactIn('account_groups')} or ${ofEngineer}`),
  ]
}

/**
 * An authenticator app (TOTP, RFC 6238), one an account. Secrets are sealed by a key of the environment; `pendingSecret` is a
 * new one that no right code has confirmed yet. `lastStep` is the latest time step of which a code was accepted.
 */
export const authenticators = pgTable(
  'authenticators',
  {
    id: id(),
    ...owner,
    secret: text(),
    pendingSecret: text(),
    lastStep: bigint({ mode: 'number' }),
    confirmedAt: moment(),
    lastUsedAt: moment(),
  },
  (t) => [
    uniqueIndex('authenticator_of_contact').on(t.contactId),
    uniqueIndex('authenticator_of_engineer').on(t.engineerId),
    ...keptByOwner(t),
  ],
)

/** A passkey (WebAuthn). It works on the host (`rpId`) where it was made; key and ids are base64url. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    ...owner,
    credentialId: text().notNull().unique(),
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull().default([]),
    rpId: text().notNull(),
    name: text().notNull(),
    createdAt: now(),
    lastUsedAt: moment(),
  },
  (t) => [index().on(t.contactId), index().on(t.engineerId), ...keptByOwner(t)],
)

/** A code for when the other factors are lost. Here is only its hash. Each holds once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  { id: id(), ...owner, codeHash: text().notNull(), usedAt: moment() },
  (t) => [index().on(t.contactId), index().on(t.engineerId), ...keptByOwner(t)],
)

/** Between the first proof and the second: nobody is signed in. The cookie holds a secret; here is only its SHA-256 (hex). */
export const signInSteps = pgTable(
  'sign_in_steps',
  {
    id: id(),
    ...owner,
    tokenHash: text().notNull().unique(),
    /** By what the owner has proven itself so far. */
    way: text({ enum: ['password', 'directory', 'oidc', 'passkey'] }).notNull(),
    device: text().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    index().on(t.contactId),
    index().on(t.engineerId),
    index().on(t.expiresAt),
    reads('read', isSystem),
    updates('use', isSystem),
  ],
)

/** Challenges of passkeys that were answered already: none holds twice. */
export const usedChallenges = pgTable(
  'used_challenges',
  { challengeHash: text().primaryKey(), expiresAt: moment().notNull() },
  (t) => [index().on(t.expiresAt), reads('read', isSystem), inserts('use', isSystem), deletes('forget', isSystem)],
)

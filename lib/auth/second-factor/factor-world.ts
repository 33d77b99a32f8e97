import { Secret, TOTP } from 'otpauth'
import postgres from 'postgres'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import type { ContactViewer, EngineerViewer } from '#lib/access/viewer.ts'
import { hashPassword, passwordScheme } from '#lib/auth/passwords.ts'
import { seal } from '#lib/auth/seal.ts'
import { signInWithPassword } from '#lib/auth/sign-in.ts'
import { ownTestDatabase } from '#lib/db/test-world.ts'
import { SEALED_SECRET } from './accept.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { newSecret } from './totp.ts'

export const PASSWORD = 'one password for all'

/** The codes that an authenticator app shows for a secret. */
export const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

export const headersOf = (device = 'Firefox') => new Headers({ host: 'localhost:3000', 'user-agent': device })

/**
 * Anna (contact 1), who shares the profile 1 with Berta (2) and has its role 1; the engineers Emil (2) with role 2 and Ada (3), who
 * administers and keeps the accounts of their group. All have one password, and nobody a second factor.
 */
export function factorWorld() {
  const database = ownTestDatabase()
  let owner: postgres.Sql
  beforeAll(async () => {
    owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
    const [hash, scheme] = [await hashPassword(PASSWORD), passwordScheme()]
    await owner`insert into customer_groups (id, key, labels, portal_enabled) values (1, 'a', '{}', true)`
    await owner`insert into roles (id, name, administer) values (1, 'Track', false), (2, 'Worker', false), (3, 'Administrator', true)`
    await owner`insert into group_grants (role_id, customer_group_id, read, modify_accounts) values (3, 1, true, true), (2, 1, true, false)`
    await owner`insert into engineers (id, login, name, is_track) values (1, 'basic', 'Basic', true)`
    await owner`insert into engineers (id, login, name, email, password_hash, password_scheme) values
      (2, 'emil', 'Emil', 'emil@desk.example', ${hash}, ${scheme}), (3, 'ada', 'Ada', null, ${hash}, ${scheme})`
    await owner`insert into engineer_roles values (1, 1), (2, 2), (3, 3)`
    await owner`insert into contacts (id, customer_group_id, name) values (1, 1, 'Anna'), (2, 1, 'Berta')`
    await owner`insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme) values
      (1, 'anna', 'anna', 1, ${hash}, ${scheme}), (2, 'berta', 'berta', 1, ${hash}, ${scheme})`
  })
  // Codes are of a moment: it stands still while a test runs. The database has its own clock.
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
  afterEach(() => vi.useRealTimers())
  beforeEach(() =>
    owner.unsafe(`delete from back_offs; delete from authenticators; delete from passkeys; delete from recovery_codes;
      delete from sign_in_steps; delete from sessions; delete from outbox; delete from settings; update roles set second_factor = false`),
  )
  const rights = async (kind: 'contact' | 'engineer', id: number) => {
    const [row] = await owner<{ rights: never }[]>`select viewer_rights(${kind}, ${id}) as rights`
    return row?.rights
  }
  const anna = async (): Promise<ContactViewer> => (await rights('contact', 1)) as never
  const engineer = async (id: number): Promise<EngineerViewer> => (await rights('engineer', id)) as never
  return {
    /** The owner's connection, past every policy. */
    owner: (...query: Parameters<postgres.Sql>) => owner(...query),
    asOwner: (query: string) => owner.unsafe(query),
    anna,
    emil: () => engineer(2),
    ada: () => engineer(3),
    /** Gives Anna an app, as if set up long ago; its secret, and her recovery codes. */
    giveApp: async () => {
      const [secret, codes] = [newSecret(), newRecoveryCodes()]
      await owner`insert into authenticators (contact_id, secret, confirmed_at) values (1, ${seal(SEALED_SECRET, secret)}, now())`
      const hashes = codes.map((code) => hashOfRecoveryCode({ kind: 'contact', owner: 1 }, code))
      await owner`insert into recovery_codes (contact_id, code_hash) select 1, unnest(${hashes}::text[])`
      return { secret, codes }
    },
    enter: (login: string, kind: 'contact' | 'engineer' = 'contact', device?: string) =>
      signInWithPassword({ kind, login, password: PASSWORD }, headersOf(device)),
    /** What was told last, of this action. */
    told: async (action: string) => {
      const [row] = await owner`select actor_kind, actor_id::int, subject_id, before, after from audit
        where action = ${action} order by id desc limit 1`
      return row
    },
    mails: async () => (await owner`select template from outbox order by id`).map(({ template }) => template),
  }
}

import { eq, sql } from 'drizzle-orm'
import { generatePassword } from '#lib/accounts/generate.ts'
import { engineerRoles, engineers } from '#lib/db/schema/engineers.ts'
import { roles } from '#lib/db/schema/roles.ts'
import { openAsOwner, type Writer } from '../seed/demo/write/connection.ts'
import type { Environment } from './options.ts'

export type FirstAdministrator = { login: string; password: string }

const LOGIN = 'admin'

/**
 * Makes the first administrator of an installation that has no engineer yet. As long as nobody has ever signed in at the
 * desk, each start gives it a new initial password, so that one that was not noted down is no loss.
 * @returns whom to sign in as, once; undefined where somebody has a way in already
 */
export async function firstAdministrator(
  ownerUrl: string,
  secrets: Environment,
): Promise<FirstAdministrator | undefined> {
  const { db, close } = openAsOwner(ownerUrl)
  try {
    if (!(await isNeeded(db))) return undefined
    const password = generatePassword()
    const credential = await credentialFor(password, { DATABASE_URL: ownerUrl, ...secrets })
    const wrote = await db.transaction((tx) => write(tx, credential))
    return wrote ? { login: LOGIN, password } : undefined
  } finally {
    await close()
  }
}

/** Nobody works at the desk, or only the first administrator, who was never there. */
async function isNeeded(db: Pick<Writer, 'select'>): Promise<boolean> {
  const [known] = await db
    .select({
      others: sql<number>`count(*) filter (where ${engineers.login} <> ${LOGIN})::int`,
      signedIn: sql<number>`count(${engineers.lastSignInAt})::int`,
    })
    .from(engineers)
    .where(eq(engineers.isTrack, false))
  return known?.others === 0 && known.signedIn === 0
}

async function write(tx: Writer, credential: Credential): Promise<boolean> {
  // Of two instances that start at once one makes it, and the other finds it made and prints nothing that does not work.
  await tx.execute(sql`lock table ${engineers} in share row exclusive mode`)
  if (!(await isNeeded(tx))) return false
  const [held] = await tx.select({ id: engineers.id }).from(engineers).where(eq(engineers.login, LOGIN))
  if (held) {
    await tx.update(engineers).set(credential).where(eq(engineers.id, held.id))
    return true
  }
  const [engineer] = await tx
    .insert(engineers)
    .values({ login: LOGIN, name: 'Administrator', mustChangePassword: true, ...credential })
    .returning({ id: engineers.id })
  const [role] = await tx
    .insert(roles)
    .values({
      name: 'Administrator',
      description: 'Set up the whole system in the Admin Tool',
      administer: true,
      manageNews: true,
      manageFaq: true,
    })
    .onConflictDoUpdate({ target: roles.name, set: { administer: true } })
    .returning({ id: roles.id })
  if (engineer && role) await tx.insert(engineerRoles).values({ engineerId: engineer.id, roleId: role.id })
  return true
}

type Credential = { passwordHash: string; passwordScheme: string }

/** Made as the application makes it; it checks its environment on first use. */
async function credentialFor(password: string, environment: Environment): Promise<Credential> {
  Object.assign(process.env, environment)
  const { hashPassword, passwordScheme } = await import('#lib/auth/passwords.ts')
  return { passwordHash: await hashPassword(password), passwordScheme: passwordScheme() }
}

import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { requireGoodPassword } from '#lib/auth/good-password.ts'
import { normalLogin } from '#lib/auth/login.ts'
import type { WayIn } from '#lib/auth/method.ts'
import { waysIn } from '#lib/auth/methods.ts'
import { hashPassword, passwordScheme } from '#lib/auth/passwords.ts'
import { accounts, engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError } from '#lib/errors.ts'
import type { AccountChange } from '../card-input.ts'
import { generatePassword } from '../generate.ts'
import { toldAccount } from '../queries/account-form.ts'
import type { Account, AccountCard } from '../queries/card.ts'
import { type KeptCard, keptCard, tellOfAccount } from './kept-account.ts'

/**
 * Gives a contact its portal account, or changes it: login, password, profile, LDAP id. A new password ends all sessions.
 * @returns the generated password where one was asked for; it is kept nowhere
 * @throws AppError `not_found`, `forbidden` without *modify accounts*, `conflict` where it was changed meanwhile or the
 * customer group gives no accounts, `invalid` with the fields that are wrong
 */
export async function saveAccount(viewer: EngineerViewer, input: AccountChange): Promise<{ generated: string | null }> {
  const ways = await waysIn('contact')
  const generated = input.generate ? generatePassword() : null
  const password = generated ?? (input.password || null)
  // Hashing takes a quarter of a second: first whether it may be at all, and outside of a transaction.
  const first = await asViewer(viewer, async (tx) => {
    const kept = await keptCard(tx, input.id, ways)
    requireFitting(kept, input, password)
    return kept
  })
  const { name, company } = first.contact
  if (password !== null) await requireGoodPassword(password, [input.login, name, company])
  const hash = password === null ? null : await hashPassword(password)
  await asViewer(viewer, async (tx) => {
    const kept = await keptCard(tx, input.id, ways)
    requireFitting(kept, input, password)
    const before = kept.card.account
    requireVersion(toldAccount(before), input.version)
    const change = {
      login: input.login.normalize('NFKC').trim(),
      loginNormal: normalLogin(input.login),
      profileId: await profileFor(tx, kept.card, input),
      ...(kept.card.ldapId && input.ldapId !== undefined ? { ldapId: input.ldapId } : {}),
      ...(hash === null
        ? {}
        : { passwordHash: hash, passwordScheme: passwordScheme(), mustChangePassword: input.mustChange === 'on' }),
    }
    await orTaken('login', write(tx, input.id, change, before !== null))
    const after = (await keptCard(tx, input.id, ways)).card.account
    await tellOfAccount(tx, viewer, {
      action: before ? 'account.changed' : 'account.given',
      id: input.id,
      ...(before ? { before: await shown(tx, before) } : {}),
      after: { ...(after ? await shown(tx, after) : {}), ...(hash === null ? {} : { passwordSet: true }) },
    })
  })
  return { generated }
}

function requireFitting({ card }: KeptCard, input: AccountChange, password: string | null): void {
  if (card.assignment === 'none' || !card.login) throw new AppError('conflict', { detail: { reason: 'noAccounts' } })
  if (normalLogin(input.login) === '') throw new AppError('invalid', { fields: { login: 'missing' } })
  if (password === null) return
  if (!card.password || !keptHere(card.ways)) throw new AppError('invalid', { fields: { password: 'elsewhere' } })
}

const keptHere = (ways: readonly WayIn[]) => ways.includes('DATABASE')

/** By the group's assignment: the one profile of the group, or an active profile that was chosen, or the present one. */
async function profileFor(tx: Transaction, card: AccountCard, { profile }: AccountChange): Promise<number | null> {
  if (card.assignment === 'fixed') return card.fixedProfile?.id ?? null
  const present = card.account?.profileId ?? null
  if (profile === undefined || profile === present) return present
  if (profile === null) return null
  const [found] = await tx
    .select({ id: engineers.id })
    .from(engineers)
    .where(and(eq(engineers.id, profile), eq(engineers.isTrack, true), eq(engineers.active, true)))
  if (!found) throw new AppError('invalid', { fields: { profile: 'unknown' } })
  return found.id
}

async function write(
  tx: Transaction,
  contactId: number,
  change: Omit<typeof accounts.$inferInsert, 'contactId'>,
  exists: boolean,
): Promise<void> {
  if (exists) await tx.update(accounts).set(change).where(eq(accounts.contactId, contactId))
  else await tx.insert(accounts).values({ contactId, ...change })
}

/** An account as the audit log tells it: the profile by its login, and of the password only whether there is one. */
async function shown(tx: Transaction, account: Account) {
  const { profileId, ...rest } = toldAccount(account) as ReturnType<typeof toldAccount> & { profileId: number | null }
  const [row] = await tx.execute<{ login: string }>(sql`select login from engineers where id = ${profileId}`)
  return { ...rest, profile: row?.login ?? null }
}

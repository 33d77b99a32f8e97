import 'server-only'
import { and, asc, eq, or } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { waysIn } from '#lib/auth/methods.ts'
import { type ContactRecord, contactRecord } from '#lib/contacts/queries/record.ts'
import { engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { AppError } from '#lib/errors.ts'
import { settings } from '#lib/settings/queries.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type Account, type AccountCard, accountCard } from './card.ts'

export type AccountForm = {
  contact: ContactRecord
  card: AccountCard
  version: string
  profiles: { id: number; name: string }[]
  minLength: number
  nav: DeskNav
}

/** The form behind the account card. @throws AppError `not_found`, `forbidden` without *modify accounts* on the customer group */
export async function accountForm(viewer: EngineerViewer, id: number, locale: string): Promise<AccountForm> {
  const ways = await waysIn('contact')
  const { 'password.min_length': minLength } = await settings('password.min_length')
  return asViewer(viewer, async (tx) => {
    const contact = await contactRecord(tx, id, locale)
    if (!contact.mayKeepAccounts) throw new AppError('forbidden')
    const card = await accountCard(tx, id, { locale, ways })
    return {
      contact,
      card,
      version: versionOf(toldAccount(card.account)),
      profiles: await profilesToChoose(tx, card.account?.profileId ?? null),
      minLength,
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

/** What the form shows and may overwrite, for its version. */
export function toldAccount(account: Account | null) {
  if (!account) return {}
  const { login, profileId, ldapId, hasPassword, mustChangePassword, disabled } = account
  return { login, profileId, ldapId, hasPassword, mustChangePassword, disabled }
}

/** Active profiles by name, and the one that the account has. */
export function profilesToChoose(tx: Transaction, present: number | null) {
  return tx
    .select({ id: engineers.id, name: engineers.name })
    .from(engineers)
    .where(
      and(
        eq(engineers.isTrack, true),
        or(eq(engineers.active, true), present === null ? undefined : eq(engineers.id, present)),
      ),
    )
    .orderBy(asc(engineers.name), asc(engineers.id))
    .limit(500)
}

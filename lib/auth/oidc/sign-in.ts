import 'server-only'
import { sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { asNobody } from '#lib/db/transaction.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { type Admission, admit } from '../sign-in.ts'
import { type Claims, verifiedMail } from './claims.ts'
import type { Kind, Provider } from './provider.ts'

/**
 * Admits whom the provider has vouched for: the account that is linked to its subject; or, where the provider is trusted with it,
 * the one account with the address that it has verified. No password is looked at, so none is counted.
 * @throws AppError as `admit`
 */
export async function signInByIdentity(
  provider: Provider,
  kind: Kind,
  claims: Claims,
  headers: Headers,
): Promise<Admission> {
  const owner = (await ownerOf(provider, kind, claims)) ?? (await ownerByMail(provider, kind, claims))
  if (owner === null) {
    await refuse(provider, kind, { cause: 'unknown_subject' }, headers)
    return { outcome: 'refused' }
  }
  const asked = provider.asksSecondFactor ? ({ secondFactor: 'elsewhere' } as const) : {}
  return admit({ kind, owner, by: 'oidc', ...asked }, headers)
}

/** Writes down why nobody was signed in. */
export function refuse(
  provider: { key: string },
  kind: Kind,
  cause: { cause: string; detail?: string },
  headers: Headers,
): Promise<void> {
  return record({
    actorKind: 'anonymous',
    action: 'sign_in.refused',
    subjectKind: kind,
    after: { ...cause, by: 'oidc', provider: provider.key },
    address: clientAddress(headers),
  })
}

function ownerOf({ id }: Provider, kind: Kind, { iss, sub }: Claims): Promise<number | null> {
  return owner(sql`owner_of_identity(${id}, ${iss}, ${sub}, ${kind})`)
}

async function ownerByMail({ id, linksByMail, mailClaim }: Provider, kind: Kind, claims: Claims) {
  const mail = linksByMail && verifiedMail(claims, mailClaim)
  if (!mail) return null
  return owner(sql`link_identity_by_mail(${id}, ${claims.iss}, ${claims.sub}, ${kind}, ${mail})`)
}

async function owner(asked: ReturnType<typeof sql>): Promise<number | null> {
  const [row] = await asNobody((db) => db.execute<{ owner: string | null }>(sql`select ${asked} as owner`))
  return row?.owner ? Number(row.owner) : null
}

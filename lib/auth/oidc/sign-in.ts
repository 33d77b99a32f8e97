import 'server-only'
import { sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { asNobody } from '#lib/db/transaction.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { provisionAtSignIn } from '#lib/provisioning/commands/at-sign-in.ts'
import { factsOf } from '#lib/provisioning/facts.ts'
import { type Claims, nameIn, verifiedMail } from './claims.ts'
import type { Kind, Provider } from './provider.ts'

/** Whom a provider has vouched for, and whether it has asked for a second factor. */
export type Vouched = { kind: Kind; owner: number; secondFactor?: 'elsewhere' }

/**
 * Whose account it is that the provider has vouched for: the one that is linked to its subject; or, where the provider is trusted
 * with it, the one with the address that it has verified; or one that the provider's rules make now. Null for nobody's; the audit log gets the cause. No password is looked
 * at, so none is counted.
 */
export async function identityOf(
  provider: Provider,
  kind: Kind,
  claims: Claims,
  headers: Headers,
): Promise<Vouched | null> {
  const owner =
    (await ownerOf(provider, kind, claims)) ??
    (await ownerByMail(provider, kind, claims)) ??
    (await ownerByRules(provider, kind, claims))
  if (owner === null) {
    await recordRefusal(provider, kind, { cause: 'unknown_subject' }, headers)
    return null
  }
  return { kind, owner, ...(provider.asksSecondFactor ? { secondFactor: 'elsewhere' as const } : {}) }
}

/** Writes down why nobody was brought in. */
export function recordRefusal(
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

/** Who is new here, where the provider's rules give customers their account at the first sign-in. */
async function ownerByRules({ id, mailClaim }: Provider, kind: Kind, claims: Claims) {
  if (kind !== 'contact') return null
  const made = await provisionAtSignIn({ kind: 'oidc', id }, `${claims.iss} ${claims.sub}`, factsOf(claims))
  if (made === null) return null
  const label = nameIn(claims, mailClaim)
  return owner(sql`link_identity(${id}, ${claims.iss}, ${claims.sub}, ${kind}, ${made}, ${label}, 'rules')`)
}

async function owner(asked: ReturnType<typeof sql>): Promise<number | null> {
  const [row] = await asNobody((db) => db.execute<{ owner: string | null }>(sql`select ${asked} as owner`))
  return row?.owner ? Number(row.owner) : null
}

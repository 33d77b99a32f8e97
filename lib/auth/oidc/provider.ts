import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asNobody } from '#lib/db/transaction.ts'
import { hostName } from '../host.ts'
import { unseal } from '../seal.ts'

export type Kind = 'contact' | 'engineer'

const shape = z.object({
  id: z.number(),
  key: z.string(),
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  scopes: z.string(),
  mailClaim: z.string(),
  asksSecondFactor: z.boolean(),
  linksByMail: z.boolean(),
})

/** Who vouches for people, with the secret that proves to it who asks. */
export type Provider = z.infer<typeof shape>

export type OfferedProvider = { id: number; key: string; name: string }

/** For what the client's secret is sealed. */
export const SECRET = 'oidc client secret'

/** What the sign-in page of this host offers beside the password, by name; 20 at most, and none whose secret cannot be read. */
export async function providersAt(host: string, kind: Kind): Promise<OfferedProvider[]> {
  const site = hostName(host)
  const rows = await asNobody((db) =>
    db.execute<{ id: string; key: string; name: string; sealed: string }>(sql`
      select provider_id as id, provider_key as key, provider_name as name,
        oidc_provider_at(provider_key, ${site}, ${kind}) ->> 'clientSecret' as sealed
      from oidc_providers_at(${site}, ${kind})`),
  )
  return rows
    .filter(({ sealed }) => unseal(SECRET, sealed) !== null)
    .map(({ id, key, name }) => ({ id: Number(id), key, name }))
}

/** The provider, where this host offers it to people of this kind; null elsewhere, and where its secret cannot be read. */
export async function providerAt(key: string, host: string, kind: Kind): Promise<Provider | null> {
  const [row] = await asNobody((db) =>
    db.execute<{ provider: unknown }>(sql`select oidc_provider_at(${key}, ${hostName(host)}, ${kind}) as provider`),
  )
  if (!row?.provider) return null
  const provider = shape.parse(row.provider)
  const clientSecret = unseal(SECRET, provider.clientSecret)
  return clientSecret === null ? null : { ...provider, clientSecret }
}

import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export function openAsOwner(ownerUrl: string) {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  return { db: drizzle(client, { casing: 'snake_case' }), close: () => client.end() }
}

type OwnerDatabase = ReturnType<typeof openAsOwner>['db']
export type Writer = Parameters<Parameters<OwnerDatabase['transaction']>[0]>[0]

import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { env } from '../env.ts'
import { allThemes } from '../themes/registry.ts'
import { wordsOf } from './password-policy.ts'

/** Names that a guesser tries first at this place: of the product, its addresses and its themes. */
export async function siteWords(): Promise<string[]> {
  const [row] = await asNobody((db) => db.execute<{ hosts: string[] }>(sql`select host_names() as hosts`))
  const themes = allThemes().map(({ name }) => name)
  return wordsOf(['portico', env.publicUrl.hostname, ...(row?.hosts ?? []), ...themes])
}

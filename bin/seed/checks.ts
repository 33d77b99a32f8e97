import postgres from 'postgres'
import { Failure } from '../prepare/failure.mjs'

/** The number behind `--tickets`. @throws Failure below what the bench contacts need or beyond what a disk bears */
export function ticketCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1000 && count <= 10_000_000) return count
  throw new Failure(`--tickets is "${text}".`, 'Nothing was changed.', 'Give a whole number from 1000 to 10000000.')
}

/** @throws Failure where somebody's customers already are: the bulk is never mixed with them */
export async function requireEmpty(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const held = await sql`select from customer_groups limit 1`
    if (held.length === 0) return
  } finally {
    await sql.end()
  }
  throw new Failure(
    'The database has customers already.',
    'Nothing was changed.',
    'Name an empty database with --database-url, or an empty folder with DATA_DIR.',
  )
}

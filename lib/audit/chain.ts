import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const anchorShape = z.object({
  /** The last row that was found whole, and its hash. */
  id: z.number(),
  hash: z.string().nullable(),
  rows: z.number(),
  at: z.coerce.date(),
  /** Whether the walk reached the end, or ran out of time. */
  complete: z.boolean(),
  broken: z.object({ id: z.number(), how: z.enum(['edited', 'cut']) }).nullable(),
})

/** What the last walk along the audit log found. Kept outside the database, so that one who cuts the log off there is found out. */
export type Anchor = z.infer<typeof anchorShape>

type Place = { id: number; hash: string | null; rows: number }

/** One piece of the log; `last` is null at its end. */
export type Piece = { rows: number; last: { id: number; hash: string | null } | null; broken: number | null }
export type Log = {
  piece: (after: { id: number; hash: string | null }) => Promise<Piece>
  /** The hash that a row has now; null where there is no such row. */
  hashOf: (id: number) => Promise<string | null>
}

/**
 * Walks the chain from its first row, in bounded pieces, for at most `milliseconds`. The row that an earlier walk ended at
 * must still be there: where it is not, the log was cut off.
 */
export async function walkChain(log: Log, earlier: Anchor | undefined, milliseconds: number): Promise<Anchor> {
  const end = Date.now() + milliseconds
  const found = ({ id, hash, rows }: Place, rest: Pick<Anchor, 'complete' | 'broken'>): Anchor => ({
    id,
    hash,
    rows,
    ...rest,
    at: new Date(),
  })
  if (earlier && earlier.id > 0) {
    const now = await log.hashOf(earlier.id)
    if (now !== earlier.hash) {
      const how = now === null ? 'cut' : 'edited'
      return found(earlier, { complete: true, broken: { id: earlier.id, how } })
    }
  }
  let at: Place = { id: 0, hash: null, rows: 0 }
  while (Date.now() < end) {
    const { rows, last, broken } = await log.piece(at)
    if (broken !== null) return found(earlier ?? at, { complete: true, broken: { id: broken, how: 'edited' } })
    if (last === null) return found(at, { complete: true, broken: null })
    at = { ...last, rows: at.rows + rows }
  }
  return found(earlier && earlier.id > at.id ? earlier : at, { complete: false, broken: null })
}

const fileIn = (dataDir: string) => join(dataDir, 'audit-anchor.json')

export function readAnchor(dataDir: string): Anchor | undefined {
  try {
    return anchorShape.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
  } catch {
    return undefined
  }
}

export function keepAnchor(dataDir: string, anchor: Anchor): void {
  const file = fileIn(dataDir)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(anchor, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.${process.pid}`, file)
}

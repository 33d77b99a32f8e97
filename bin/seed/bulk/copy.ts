import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type postgres from 'postgres'

const CHUNK = 1 << 18

export type Value = string | number | boolean | null | Date

/** Writes rows into a table by COPY; waits whenever the database is behind. */
export class CopyStream {
  readonly #out: Writable
  #lines = ''

  private constructor(out: Writable) {
    this.#out = out
  }

  static async into(sql: postgres.Sql, table: string, columns: string[]): Promise<CopyStream> {
    const copy = sql`copy ${sql(table)} (${sql(columns)}) from stdin`
    return new CopyStream(await copy.writable())
  }

  /** @returns a promise only when it has to be waited for */
  row(...values: Value[]): Promise<unknown> | undefined {
    this.#lines += `${values.map(asText).join('\t')}\n`
    if (this.#lines.length < CHUNK) return undefined
    const lines = this.#lines
    this.#lines = ''
    return this.#out.write(lines) ? undefined : once(this.#out, 'drain')
  }

  async end(): Promise<void> {
    this.#out.end(this.#lines)
    await finished(this.#out)
  }
}

/** The text format of COPY. */
function asText(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  return /[\\\t\n\r]/.test(value)
    ? value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : value
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'

/** A statement as the application sent it, with its parameters as text; null for NULL. */
export type Statement = { connection: string; text: string; parameters: (string | null)[] }

/** Everything that the application's pages send while `work` runs, read from the server's own log. */
export async function statementsOf(
  superuserUrl: string,
  dataDir: string,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  const logFile = join(dataDir, 'postgres.log')
  try {
    await logStatements(sql, 'all')
    const from = sizeOf(logFile)
    await work()
    await pause(200)
    const written = readFrom(logFile, from)
    return pagesOwn(parseLog(written))
  } finally {
    await logStatements(sql, 'none')
    await sql.end()
  }
}

/** Without those of the workers, which have connections of their own. */
function pagesOwn(statements: Statement[]): Statement[] {
  const workers = new Set(statements.filter(({ text }) => text.includes('pgboss')).map(({ connection }) => connection))
  return statements.filter(({ connection }) => !workers.has(connection))
}

/** Reaches the connections that are open already; PostgreSQL takes the new setting within moments. */
async function logStatements(sql: postgres.Sql, what: 'all' | 'none'): Promise<void> {
  await sql.unsafe(`alter system set log_statement = '${what}'`)
  await sql`select pg_reload_conf()`
  await pause(300)
}

const sizeOf = (path: string) => {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  closeSync(file)
  return size
}

function readFrom(path: string, from: number): string {
  const rest = Buffer.alloc(sizeOf(path) - from)
  const file = openSync(path, 'r')
  readSync(file, rest, 0, rest.length, from)
  closeSync(file)
  return rest.toString('utf8')
}

/** The stderr log format: a prefix with the process id, then LOG or DETAIL; further lines begin with a tab. */
export function parseLog(log: string): Statement[] {
  const statements: Statement[] = []
  const last = new Map<string, Statement>()
  for (const [, pid = '', kind = '', body = ''] of log.matchAll(
    /^\d{4}-\d\d-\d\d \S+ \S+ \[(\d+)\] (\w+): {2}(.*(?:\n\t.*)*)/gm,
  )) {
    const text = body.replaceAll('\n\t', '\n')
    const sent = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(text)?.[1]
    if (kind === 'LOG' && sent && !sent.startsWith('alter system') && !sent.includes('pg_reload_conf')) {
      const statement: Statement = { connection: pid, text: sent, parameters: [] }
      statements.push(statement)
      last.set(pid, statement)
    }
    const statement = last.get(pid)
    if (kind === 'DETAIL' && statement && /^parameters: /i.test(text)) statement.parameters = parametersIn(text)
  }
  return statements
}

function parametersIn(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  )
}

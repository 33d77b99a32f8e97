import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { guardedBegin } from './guard.ts'

// At the driver's usual 100 pipelined statements it hands out a connection that is inside a transaction. Its types do not
// know the option.
const unboundedPipeline = { max_pipeline: Number.MAX_SAFE_INTEGER }

/** A pool of connections as the application role. `max` bounds what one instance asks of the database at a time. */
export function connect(
  url: string,
  { max = 20, onNotice = () => {} }: { max?: number; onNotice?: (notice: postgres.Notice) => void } = {},
) {
  const client = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 60,
    onnotice: onNotice,
    ...unboundedPipeline,
    connection: { application_name: 'portico', statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
  })
  const begin = guardedBegin(client)
  const safe = new Proxy(client, {
    get: (target, name) => {
      if (name === 'begin') return begin
      if (name === 'unsafe')
        return (text: string, values: never[] = []) => target.unsafe(text, values, { prepare: true })
      return Reflect.get(target, name)
    },
  })
  return drizzle(safe, { casing: 'snake_case' })
}

export type Database = ReturnType<typeof connect>

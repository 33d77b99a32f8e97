import type postgres from 'postgres'

type Begin = <T>(work: (sql: postgres.TransactionSql) => Promise<T>) => Promise<T>

const never = new Promise<never>(() => {})

/**
 * Makes `begin` of the `postgres` driver (3.4.9) safe against a backend that dies inside a transaction. The driver would
 * send whatever the callback does next, its final `commit` or `rollback` included, over the next connection, which may
 * by then be inside another viewer's transaction. Here nothing is sent any more once the connection is lost: statements
 * reject, and the callback's end stays unanswered, so that the driver adds none of its own.
 */
export function guardedBegin(client: postgres.Sql): Begin {
  return (work) => {
    let lost: Error | undefined
    const noteLoss = (error: unknown) => {
      if (isConnectionLoss(error)) lost ??= error
    }
    const running = client.begin(async (sql) => {
      try {
        const result = await work(guarded(sql, () => lost, noteLoss))
        return lost ? await never : { result }
      } catch (error) {
        noteLoss(error)
        if (lost) return await never
        throw error
      }
    })
    running.catch(noteLoss)
    return running.then(({ result }) => result)
  }
}

export function isConnectionLoss(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false
  const code = String(error.code)
  // 57P01 to 57P03: PostgreSQL shuts down or was told to; 08: connection exceptions.
  return /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|57P0[123]|08)/.test(code)
}

function guarded(
  sql: postgres.TransactionSql,
  lost: () => Error | undefined,
  noteLoss: (error: unknown) => void,
): postgres.TransactionSql {
  const watch = (send: () => unknown) => {
    const loss = lost()
    if (loss) throw loss
    const query = send()
    // Noted before the caller's own handler runs: that one may already send the next statement.
    if (query instanceof Promise) query.catch(noteLoss)
    return query
  }
  return new Proxy(sql, {
    apply: (target, self, args) => watch(() => Reflect.apply(target, self, args)),
    get(target, name) {
      const member = Reflect.get(target, name)
      if (name === 'unsafe') {
        return (text: string, values: never[] = []) => watch(() => target.unsafe(text, values, { prepare: true }))
      }
      if (name === 'savepoint') {
        return (inner: (sql: postgres.TransactionSql) => Promise<unknown>) =>
          watch(() => target.savepoint((nested) => inner(guarded(nested, lost, noteLoss))))
      }
      return member
    },
  })
}

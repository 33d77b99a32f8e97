import { connect, createServer, type Socket } from 'node:net'

/** Stands between an instance and its database, and can cut the line: what is connected breaks, what is new is turned away. */
export async function breakableDatabase(port: number) {
  const lines = new Set<Socket>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) return client.destroy()
    const database = connect(port, '127.0.0.1')
    for (const [end, other] of [
      [client, database],
      [database, client],
    ] as const) {
      lines.add(end)
      end.pipe(other)
      end
        .on('error', () => other.destroy())
        .on('close', () => {
          lines.delete(end)
          other.destroy()
        })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: address && typeof address === 'object' ? address.port : 0,
    cut: () => {
      isCut = true
      for (const line of lines) line.destroy()
    },
    mend: () => {
      isCut = false
    },
    stop: async () => {
      for (const line of lines) line.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

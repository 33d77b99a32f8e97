import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Wire = {
  port: number
  /** Everything that clients have said so far, over all connections. */
  said(): Buffer
  connections(): number
  stop(): Promise<void>
}

type Tamper = {
  /** The bytes to hand on in place of these; `drop` ends both sides. */
  fromServer?: (chunk: Buffer, count: number) => Buffer | 'drop' | Promise<Buffer>
  /** The server's bytes that are the last to be handed on. */
  endsAfter?: number
  /** An answer in place of the server's, which then hears nothing; undefined hands the bytes on. */
  instead?: (chunk: Buffer, count: number) => Buffer | undefined
}

/** For tests: a wire between client and server that listens, and does what a bad network does. Without a target it never answers. */
export async function wire(target?: number, tamper: Tamper = {}): Promise<Wire> {
  const heard: Buffer[] = []
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((client) => {
    connections += 1
    let [fromClient, fromServer] = [0, 0]
    const behind = target === undefined ? undefined : connect(target, '127.0.0.1')
    for (const socket of [client, behind]) {
      if (!socket) continue
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        open.delete(socket)
        client.destroy()
        behind?.destroy()
      })
    }
    client.on('data', (chunk: Buffer) => {
      heard.push(chunk)
      const answer = tamper.instead?.(chunk, fromClient++)
      if (answer) client.write(answer)
      else behind?.write(chunk)
    })
    let order = Promise.resolve()
    behind?.on('data', (chunk: Buffer) => {
      order = order.then(async () => {
        const count = fromServer++
        const handed = tamper.fromServer ? await tamper.fromServer(chunk, count) : chunk
        if (handed === 'drop') client.destroy()
        else if (tamper.endsAfter === count) client.end(handed)
        else if (client.writable) client.write(handed)
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    said: () => Buffer.concat(heard),
    connections: () => connections,
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

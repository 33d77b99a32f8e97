import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Post = {
  url: string
  received: { to: string; raw: string }[]
  /** Breaks off whatever is going on. */
  breakOff(): void
  stop(): Promise<void>
}

/** A real mail server that keeps what it accepts. @param at its port; without one it chooses */
export async function mailServer(options: Partial<SMTPServerOptions> = {}, at = 0): Promise<Post> {
  const received: Post['received'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(' ')
        received.push({ to, raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    breakOff: () => {
      for (const connection of server.connections) connection.close()
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

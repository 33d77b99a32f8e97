import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** What goes over the wire, character by character: a browser or `fetch` would tidy the path and forbid half the headers. */
export type Message = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
export type Wire = (message: Message) => Promise<Answer>

/** Sends to one server over a few kept connections, as so many browsers would. */
export function wireTo(origin: string): Wire & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const send = ({ method = 'GET', path, headers = {}, body }: Message) =>
    new Promise<Answer>((resolve, reject) => {
      const { hostname, port, host } = new URL(origin)
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const sent = request(
        { agent, hostname, port, method, path, headers: { host, ...length, ...headers } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8')
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
          })
        },
      )
      sent.on('error', reject).end(body)
    })
  return Object.assign(send, { close: () => agent.destroy() })
}

/** Does them all, a few at a time, and keeps their order. */
export async function each<One, Result>(
  list: readonly One[],
  work: (one: One) => Promise<Result>,
  atOnce = 8,
): Promise<Result[]> {
  const results: Result[] = []
  const rest = list.entries()
  const lane = async () => {
    for (const [at, one] of rest) results[at] = await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}

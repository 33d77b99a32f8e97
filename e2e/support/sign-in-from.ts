import { randomInt } from 'node:crypto'
import { request } from 'node:http'
import { origin } from './requests.ts'

type Attempt = {
  login: string
  password: string
  from: string
  claims?: string
  /** The server; without it the one of all tests. */
  at?: string
}

/** Of the loopback network, so that the tests of one run do not slow down each other or the next run. */
export const newAddress = () => `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`

/** Whether the form, sent from this address, starts a session. */
export async function signsIn(
  hidden: Record<string, string>,
  { login, password, from, claims, at = origin() }: Attempt,
): Promise<boolean> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...hidden, login, password })) form.append(name, value)
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer())
  const { host, port } = new URL(at)
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const sent = request(
    {
      host: '127.0.0.1',
      port,
      localAddress: from,
      path: '/sign-in',
      method: 'POST',
      headers: {
        host,
        origin: at,
        'content-type': encoded.headers.get('content-type') ?? '',
        'content-length': body.length,
        ...(claims ? { 'x-forwarded-for': claims, 'x-real-ip': claims, forwarded: `for=${claims}` } : {}),
      },
    },
    (answer) => {
      answer.resume()
      resolve(
        answer.statusCode === 303 &&
          answer.headers['set-cookie']?.some((cookie) => /^[^=]+=[^;]{100}/.test(cookie)) === true,
      )
    },
  )
  sent.on('error', reject).end(body)
  return promise
}

import { randomInt } from 'node:crypto'
import { request } from 'node:http'
import { hiddenFields } from '../support/forms.ts'
import { PASSWORD, people } from '../support/people.ts'
import { origin } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

type Attempt = { login: string; password: string; from: string; claims?: string }

/** Of the loopback network, so that the tests of one run do not slow down each other or the next run. */
const newAddress = () => `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`

/** Whether the form, sent from this address, starts a session. */
async function signsIn(hidden: Record<string, string>, { login, password, from, claims }: Attempt): Promise<boolean> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...hidden, login, password })) form.append(name, value)
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer())
  const { host, port } = new URL(origin())
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
        origin: origin(),
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

test('guessing at an account makes it wait, wherever the guesses come from, but not for good', async ({ page }) => {
  test.slow()
  const hidden = await hiddenFields(page.request, '/sign-in', 'name="login"')
  const login = people.isLockedOut
  const right = () => signsIn(hidden, { login, password: PASSWORD, from: newAddress() })
  expect(await right()).toBe(true)
  const guesses = Array.from({ length: 6 }, (_, index) =>
    signsIn(hidden, {
      login: index % 2 ? login : ` ${login.toUpperCase()}`,
      password: `guess-number-${index}`,
      from: newAddress(),
    }),
  )
  // A try counts when it begins; the wait may be over before the last of them has its answer.
  await Promise.race(guesses)
  expect(await right()).toBe(false)
  expect(await Promise.all(guesses)).toEqual(guesses.map(() => false))
  await expect.poll(right, { timeout: 30_000 }).toBe(true)
})

test('one address that tries many accounts has to wait, whatever addresses it claims', async ({ page }) => {
  test.slow()
  const hidden = await hiddenFields(page.request, '/sign-in', 'name="login"')
  const from = newAddress()
  for (let index = 0; index < 30; index += 1) {
    const guess = { login: `nobody.${index}`, password: 'guess-for-everybody', from, claims: `203.0.113.${index}` }
    expect(await signsIn(hidden, guess)).toBe(false)
  }
  const right = { login: people.signsIn, password: PASSWORD }
  expect(await signsIn(hidden, { ...right, from, claims: '203.0.113.99' })).toBe(false)
  expect(await signsIn(hidden, { ...right, from: newAddress() })).toBe(true)
})

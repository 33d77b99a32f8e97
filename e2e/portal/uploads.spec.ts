import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Page } from '@playwright/test'
import { people } from '../support/people.ts'
import { file, newTicket, origin, post } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const LIMIT = 25 * 1024 * 1024
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const json = { accept: 'application/json' }
const attached = (page: Page) => page.getByRole('article').getByRole('link')

/** The bytes of a form with one file, whose name goes into the header as it is. */
function rawForm(fields: Record<string, string>, name: string, content: Buffer, type = 'text/plain') {
  const boundary = `----${randomUUID()}`
  const part = (header: string, value: Buffer | string) => [
    `--${boundary}\r\ncontent-disposition: form-data; ${header}\r\n\r\n`,
    value,
    '\r\n',
  ]
  const pieces = [
    ...Object.entries(fields).flatMap(([field, value]) => part(`name="${field}"`, value)),
    ...part(`name="files"; filename="${name}"\r\ncontent-type: ${type}`, content),
    `--${boundary}--\r\n`,
  ]
  return {
    body: Buffer.concat(pieces.map((piece) => Buffer.from(piece))),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

const comment = (body = 'see file') => ({ key: randomUUID(), intent: 'send', body })

async function commentWith(page: Page, path: string, name: string, content: Buffer, type?: string) {
  const { body, type: contentType } = rawForm(comment(), name, content, type)
  const headers = { origin: origin(), 'content-type': contentType }
  return page.request.post(`/files/drafts/comment/${path.split('/').at(-1)}`, { data: body, headers, maxRedirects: 0 })
}

for (const [sent, kept] of [
  ['../../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\me\\plan.txt', 'plan.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a%0D%0Aset-cookie: x=1.txt', 'aset-cookie: x=1.txt'],
  ['plan %22two%22.txt', 'plan "two".txt'],
  [`${'ü'.repeat(150)}.txt`, `${'ü'.repeat(150)}.txt`],
  [`${'n'.repeat(300)}.txt`, `${'n'.repeat(196)}.txt`],
  ['صورة ٣.png', 'صورة ٣.png'],
] as const)
  test(`a file sent as ${JSON.stringify(sent).slice(0, 40)} is kept and handed out under a harmless name`, async ({
    customer,
  }) => {
    const page = await customer(people.uploads)
    const { path } = await newTicket(page)
    const content = Buffer.from(`content of ${sent}`)
    expect((await commentWith(page, path, sent, content)).status()).toBe(303)
    await page.goto(path)
    await expect(attached(page)).toHaveText([kept])
    const answer = await page.request.get((await attached(page).getAttribute('href')) ?? '')
    expect(await answer.text()).toBe(content.toString())
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename=("[^\r\n]+"|[\w.]+)(;|$)/)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  })

for (const name of ['a\r\nset-cookie: x=1\r\n.txt', 'nul\u0000byte.txt'])
  test(`a file sent as ${JSON.stringify(name)} is refused or renamed, and ends no header`, async ({ customer }) => {
    const page = await customer(people.uploads)
    const { path } = await newTicket(page)
    const answer = await commentWith(page, path, name, Buffer.from('x'))
    expect([303, 400]).toContain(answer.status())
    expect(answer.headers()['set-cookie']).toBeUndefined()
    await page.goto(path)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    for (const link of await attached(page).all()) expect(await link.textContent()).not.toMatch(/[\u0000-\u001f]/)
  })

for (const [name, type, content] of [
  ['drawing.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['page.html', 'text/html', '<script>alert(1)</script>'],
  [
    'page.xhtml',
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
  ],
  ['polyglot.pdf', 'application/pdf', '%PDF-1.4 <script>alert(1)</script>'],
] as const)
  test(`${name} is saved and never shown as a page of this site`, async ({ customer }) => {
    const page = await customer(people.uploads)
    const { path } = await newTicket(page, { files: file(name, content, type) })
    await page.goto(path)
    const address = (await attached(page).getAttribute('href')) ?? ''
    const answer = await page.request.get(address)
    const { 'content-type': delivered, ...headers } = answer.headers()
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(delivered).not.toMatch(/svg|html|xml/)
    const saved = page.waitForEvent('download')
    await page.goto(address).catch(() => undefined)
    expect((await saved).suggestedFilename()).toBe(name)
    await expect(page).toHaveURL(path)
  })

test('what comes back is what was sent, byte for byte: nothing, one byte, a megabyte', async ({ customer }) => {
  const page = await customer(people.uploads)
  for (const content of [Buffer.alloc(0), Buffer.from([0]), randomBytes(1024 * 1024)]) {
    const { path } = await newTicket(page, { files: file('data.bin', content, 'application/octet-stream') })
    await page.goto(path)
    const answer = await page.request.get((await attached(page).getAttribute('href')) ?? '')
    expect(answer.status()).toBe(200)
    expect(sha256(await answer.body())).toBe(sha256(content))
  }
})

test('a file of exactly the limit is taken, one byte more is not, and the text is kept', async ({ customer }) => {
  test.slow()
  const page = await customer(people.uploads)
  const content = randomBytes(LIMIT + 1)
  const { path } = await newTicket(page, {
    files: file('limit.bin', content.subarray(0, LIMIT), 'application/octet-stream'),
  })
  await page.goto(path)
  const answer = await page.request.get((await attached(page).getAttribute('href')) ?? '')
  expect(sha256(await answer.body())).toBe(sha256(content.subarray(0, LIMIT)))

  const draft = `/files/drafts/comment/${path.split('/').at(-1)}`
  const larger = file('larger.bin', content, 'application/octet-stream')
  expect((await post(page, draft, { intent: 'attach', files: larger }, json)).status()).toBe(413)
  const refused = await post(page, draft, { ...comment('My long text.'), files: larger })
  expect([refused.status(), refused.headers().location]).toEqual([303, `${path}#problem`])
  await page.goto(path)
  await expect(
    page.getByText('larger.bin is larger than 25 MB. Choose a smaller one; your text is still here.'),
  ).toBeVisible()
  await expect(page.locator('#reply').getByLabel('Comment', { exact: true })).toHaveValue('My long text.')
  await expect(page.getByRole('list', { name: 'Attached files' })).toHaveCount(0)
})

test('more files than allowed are refused, and the text is kept', async ({ customer }) => {
  const page = await customer(people.uploads)
  const { path } = await newTicket(page)
  const draft = `/files/drafts/comment/${path.split('/').at(-1)}`
  const { body, type } = manyFiles(41, comment('Forty-one pictures.'))
  const answer = await page.request.post(draft, {
    data: body,
    headers: { origin: origin(), 'content-type': type },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.goto(path)
  await expect(page.getByText('At most 40 files can be attached. Remove one first.')).toBeVisible()
  await expect(page.locator('#reply').getByLabel('Comment', { exact: true })).toHaveValue('Forty-one pictures.')
})

test('a body that ends early, or lies about its length, leaves nothing', async ({ customer }) => {
  const page = await customer(people.uploads)
  const { path } = await newTicket(page)
  const draft = `/files/drafts/comment/${path.split('/').at(-1)}`
  const { body, type } = rawForm(comment('Cut off.'), 'cut.bin', randomBytes(300_000))
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const head = (length: number) =>
    [
      `POST ${draft} HTTP/1.1`,
      `host: ${new URL(origin()).host}`,
      `origin: ${origin()}`,
      `cookie: ${cookie}`,
      `content-type: ${type}`,
      `content-length: ${length}`,
      'connection: close',
      '',
      '',
    ].join('\r\n')
  await exchange((socket) => socket.end(Buffer.concat([Buffer.from(head(body.length)), body.subarray(0, 200_000)])))
  const short = await exchange((socket) =>
    socket.write(Buffer.concat([Buffer.from(head(200_000)), body.subarray(0, 200_000)])),
  )
  expect(short).toMatch(/^HTTP\/1\.1 400 /)
  await page.goto(path)
  await expect(page.locator('#reply').getByLabel('Comment', { exact: true })).toHaveValue('')
  await expect(page.getByText('cut.bin')).toHaveCount(0)
  await expect(page.getByText('Cut off.')).toHaveCount(0)
})

function manyFiles(count: number, fields: Record<string, string>) {
  const boundary = `----${randomUUID()}`
  const part = (header: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${header}\r\n\r\n${value}\r\n`
  const files = Array.from({ length: count }, (_, index) =>
    part(`name="files"; filename="${index}.txt"`, String(index)),
  )
  const values = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value))
  return {
    body: Buffer.from(`${[...values, ...files].join('')}--${boundary}--\r\n`),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

/** What the server answers until it closes the connection, if anything. */
async function exchange(talk: (socket: Socket) => void): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let answer = ''
  const socket = connect(Number(new URL(origin()).port), '127.0.0.1', () => talk(socket))
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  socket.on('close', () => resolve(answer)).on('error', () => resolve(answer))
  return promise
}

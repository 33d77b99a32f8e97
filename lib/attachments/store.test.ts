import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { download, rangeOf } from './download.ts'
import { receive } from './multipart.ts'
import { fileAt, store } from './store.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-files-'))
  process.env.DATA_DIR = folder
})
afterAll(() => rmSync(folder, { recursive: true }))

const LIMITS = { bytes: 1000, files: 3 }
async function* chunks(...parts: Buffer[]) {
  yield* parts
}
const leftovers = async () => (await readdir(join(folder, 'files', 'incoming')).catch(() => [])).length
const form = (...files: [name: string, content: Buffer][]) => {
  const data = new FormData()
  data.set('body', 'typed')
  for (const [name, content] of files) data.append('files', new File([new Uint8Array(content)], name))
  return new Request('http://portal.example/', { method: 'POST', body: data })
}

describe('a stored file', () => {
  test('is the same bytes, under their own hash', async () => {
    const parts = [randomBytes(700), randomBytes(300)]
    const stored = await store(chunks(...parts), 1000)
    const whole = Buffer.concat(parts)
    expect(stored).toMatchObject({ bytes: 1000, sha256: createHash('sha256').update(whole).digest('hex') })
    expect(readFileSync(fileAt(stored.storageKey))).toEqual(whole)
  })

  test('may have exactly the limit and not one byte more, of which nothing stays', async () => {
    await expect(store(chunks(randomBytes(1001)), 1000)).rejects.toMatchObject({ code: 'too_large' })
    expect(await leftovers()).toBe(0)
  })

  test('of a sender who goes away is not there', async () => {
    async function* broken() {
      yield randomBytes(10)
      throw new Error('gone')
    }
    await expect(store(broken(), 1000)).rejects.toThrow('gone')
    expect(await leftovers()).toBe(0)
  })
})

describe('a form with files', () => {
  test('keeps values and files', async () => {
    const received = await receive(form(['a.txt', Buffer.from('A')], ['empty.txt', Buffer.alloc(0)]), LIMITS)
    expect(received.values).toEqual({ body: 'typed' })
    expect(received.files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.txt', 1],
      ['empty.txt', 0],
    ])
  })

  test('names a file that is too large and keeps the rest', async () => {
    const received = await receive(form(['big', randomBytes(1001)], ['small', Buffer.from('s')]), LIMITS)
    expect(received.refused).toEqual([{ name: 'big', code: 'too_large' }])
    expect(received.files.map(({ name }) => name)).toEqual(['small'])
    expect(received.values).toEqual({ body: 'typed' })
  })

  test('that is cut off leaves nothing', async () => {
    const whole = Buffer.from(
      await form(['a', randomBytes(500)], ['b', randomBytes(500)])
        .clone()
        .arrayBuffer(),
    )
    const before = (await readdir(join(folder, 'files'), { recursive: true })).length
    const type = `multipart/form-data; boundary=${/--(\S+)/.exec(whole.toString('latin1'))?.[1]}`
    const cut = new Request('http://portal.example/', {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(whole.subarray(0, whole.length - 300)),
    })
    await expect(receive(cut, LIMITS)).rejects.toMatchObject({ code: 'invalid' })
    expect((await readdir(join(folder, 'files'), { recursive: true })).length).toBeLessThanOrEqual(before + 1)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'of type %s is refused',
    async (type) => {
      const request = new Request('http://portal.example/', {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'x',
      })
      await expect(receive(request, LIMITS)).rejects.toMatchObject({ code: 'invalid' })
    },
  )
})

describe('a download', () => {
  const file = { bytes: 100, sha256: 'abc' }
  test.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=0-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=1-2', undefined],
    [null, undefined],
  ])('of the range %s gets %j', (header, expected) => {
    expect(rangeOf(header, null, file)).toEqual(expected)
  })

  test('of a range of an older version gets the whole file', () => {
    expect(rangeOf('bytes=0-9', '"other"', file)).toBeUndefined()
    expect(rangeOf('bytes=0-9', '"abc"', file)).toEqual({ start: 0, end: 9 })
  })

  test('is never shown as a page of the site', async () => {
    const stored = await store(chunks(Buffer.from('<script>alert(1)</script>')), 1000)
    const response = await download(
      { ...stored, name: 'ünlü "x".html', contentType: 'text/html' },
      new Request('http://portal.example/'),
    )
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename=.*filename\*=UTF-8''%C3%BCnl%C3%BC/,
    )
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('<script>alert(1)</script>')
  })
})

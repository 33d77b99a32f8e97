import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ownWords } from './own-words.ts'
import { eachFile, readMail } from './read.ts'

const folder = new URL('examples/', import.meta.url).pathname
const example = (name: string) => readMail(join(folder, `${name}.eml`))

describe('what somebody wrote is read, whatever program wrote it', () => {
  test.each([
    [
      'thunderbird-flowed',
      'Re: [100001] Pump leaks',
      'The number is **4711–ß**. It stands on the plate at the back of the pump, below the motor.\n\nGrüße\nGrace',
    ],
    [
      'outlook-windows-1252-base64',
      'AW: [100001] Größe – Pumpe',
      'Guten Tag Anna,\n\ndie Nummer lautet 4711 – bitte für die Größe „M“ prüfen.\n\nMit freundlichen Grüßen\nMüller',
    ],
    ['latin1-quoted-printable', 'Re: Höhe', 'Der Preis beträgt 12 £, die Höhe übrigens 3 m.'],
    ['iso-2022-jp', '番号', '番号は4711です。\n\nよろしくお願いします。'],
    ['utf-8-8bit-unix', 'Zahl: 4711 – ✓', 'Zahl: 4711 – ✓\nEnde'],
    [
      'html-only',
      'RE: [100001] Pump leaks',
      'The number is 4711. It stands on the plate at the back of the pump, below the motor, where nobody ever looks.\n\nRegards\nGrace',
    ],
    ['nested', 'Re: [100001] Pump leaks', 'See the picture…'],
    ['winmail', 'Re: [100001] Pump leaks', 'The number is 4711.'],
    ['iphone', 'Re: [100001] Pump leaks', '4711'],
  ])('%s', async (name, subject, words) => {
    const mail = await example(name)
    expect(mail.subject).toBe(subject)
    expect(ownWords(mail.text)).toBe(words)
    expect(mail).toMatchObject({ from: ['grace@acme.example'], senderName: 'Grace Hopper', report: null })
    expect(mail.to).toContain('support+token@desk.example')
  })

  test('of a mail that keeps no rule what there is', async () => {
    const mail = await example('broken')
    expect(mail).toMatchObject({ from: ['grace@acme.example'], messageId: '<broken-1@acme.example>' })
    expect(ownWords(mail.text)).toBe('The number is 4711.')
  })
})

test('files are named, wherever in the mail they are, and a mail within a mail is one', async () => {
  const { files } = await example('nested')
  expect(files.map(({ name, contentType }) => [name, contentType])).toEqual([
    ['file.png', 'image/png'],
    ['Typenschild Ü.png', 'image/png'],
    ['../../notes.txt', 'text/plain'],
    ['message.eml', 'message/rfc822'],
  ])
  const named = (await example('html-only')).files.map(({ name, bytes }) => [name, bytes])
  expect(named).toEqual([
    ['logo.png', 66],
    ['Typenschild Übersicht.pdf', 14],
  ])
})

test('each file comes with its bytes, in the order in which they are named', async () => {
  const found: string[] = []
  await eachFile(join(folder, 'html-only.eml'), async ({ name }, content) => {
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk)
    found.push(`${name} ${Buffer.concat(chunks).toString('latin1').slice(0, 14)}`)
  })
  expect(found[1]).toBe('Typenschild Übersicht.pdf %PDF-1.4 plate')
})

test('a file whose content nobody wants does not hold up the others', async () => {
  const names: string[] = []
  await eachFile(join(folder, 'nested.eml'), async ({ name }) => void names.push(name))
  expect(names).toHaveLength(4)
})

test('a report says which mail did not arrive, and why', async () => {
  const { report, header } = await example('bounce')
  expect(report).toEqual({
    messageId: '<MESSAGE-ID@desk.example>',
    failed: true,
    answer: '5.1.1 smtp; 550 5.1.1 <grace@acme.example>: Recipient address rejected: User unknown',
  })
  expect(header('return-path')).toEqual(['<>'])
})

test('a mail with two senders, or two From, has none', async () => {
  const at = await mkdtemp(join(tmpdir(), 'portico-mail-'))
  onTestFinished(() => rm(at, { recursive: true }))
  const written = async (head: string) => {
    const path = join(at, 'mail.eml')
    await writeFile(path, `${head}\r\nSubject: x\r\n\r\ntext\r\n`)
    return (await readMail(path)).from
  }
  expect(await written('From: Grace <grace@acme.example>\r\nFrom: eve@evil.example')).toEqual([])
  expect(await written('From: grace@acme.example, eve@evil.example')).toEqual([
    'grace@acme.example',
    'eve@evil.example',
  ])
  expect(await written('From: "grace@acme.example" <eve@evil.example>')).toEqual(['eve@evil.example'])
})

test('a thousand parts, a header without end and deep nesting are refused, and not slowly', async () => {
  const parts = Array.from({ length: 1000 }, () => '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n').join('')
  const deep = Array.from(
    { length: 500 },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
  )
  for (const raw of [
    `Content-Type: multipart/mixed; boundary="b"\r\n\r\n${parts}--b--\r\n`,
    `Subject: ${'x'.repeat(300_000)}\r\n\r\ntext`,
    deep.join(''),
  ]) {
    const began = Date.now()
    await expect(readMail(Buffer.from(raw))).rejects.toThrow(/nodes|header/i)
    expect(Date.now() - began).toBeLessThan(5_000)
  }
})

test('every example is asked about', () => {
  expect(readdirSync(folder).length).toBe(12)
})

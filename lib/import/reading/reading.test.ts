import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { MOST_ROWS } from '../import.ts'
import { encodingOf } from './encoding.ts'
import { FileProblem } from './problem.ts'
import { type FileRow, rowsOf } from './records.ts'
import { separatorOf } from './separator.ts'

const utf8 = { encoding: 'utf-8', separator: ';' }
const rows = async (content: string | Uint8Array | Iterable<Uint8Array>, dialect = utf8): Promise<FileRow[]> => {
  const pieces = typeof content === 'string' || content instanceof Uint8Array ? [Buffer.from(content)] : content
  const read: FileRow[] = []
  for await (const row of rowsOf(Readable.from(pieces), dialect)) read.push(row)
  return read
}
const problem = async (content: string | Uint8Array | Iterable<Uint8Array>) => {
  const error = await rows(content).catch((cause) => cause)
  expect(error).toBeInstanceOf(FileProblem)
  return (error as FileProblem).problem
}
const wide = (text: string, swap = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return swap ? bytes.swap16() : bytes
}

test.each([
  ['UTF-8', Buffer.from('Größe;Straße'), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from('\ufeffGröße'), 'utf-8'],
  ['plain ASCII', Buffer.from('name;id'), 'utf-8'],
  ['UTF-16 with a mark', wide('\ufeffGröße'), 'utf-16le'],
  ['UTF-16 without one', wide('Name;Straße;Ort\nMüller;Allee;Köln'), 'utf-16le'],
  ['UTF-16, the high byte first', wide('Name;Straße;Ort\nMüller;Allee;Köln', true), 'utf-16be'],
  ['Windows-1252', Buffer.from('Name;Straße\nMüller;Größe € 5'.replace('€', '\x80'), 'latin1'), 'windows-1252'],
])('%s is recognised', (_, bytes, encoding) => {
  expect(encodingOf(bytes)).toBe(encoding)
})

test.each([
  ['Name;City\nA, B;C\nD;E', ';'],
  ['Name,City\n"A;B",C\nD,E', ','],
  ['Name\tCity\nA, B\tC', '\t'],
  ['Name|City\nA|B', '|'],
  ['Name\nA\nB', ','],
])('the separator of %j is %j', (text, separator) => {
  expect(separatorOf(text)).toBe(separator)
})

test('every encoding reads the same', async () => {
  const text = 'Straße;Köln\n'
  const read = [
    await rows(text),
    await rows(`\ufeff${text}`),
    await rows(wide(`\ufeff${text}`), { ...utf8, encoding: 'utf-16le' }),
    await rows(wide(text, true), { ...utf8, encoding: 'utf-16be' }),
    await rows(Buffer.from(text, 'latin1'), { ...utf8, encoding: 'windows-1252' }),
  ]
  for (const one of read) expect(one).toEqual([{ line: 1, cells: ['Straße', 'Köln'] }])
})

test('a row has the line on which it begins, over quoted line ends and empty lines', async () => {
  const read = await rows('a;b\n"1\n2";x\n\n"say ""hi""";y\r\nlast;z')
  expect(read.map(({ line }) => line)).toEqual([1, 2, 5, 6])
  expect(read[2]?.cells).toEqual(['say "hi"', 'y'])
})

test.each(['a\r\nb\r\nc', 'a\rb\rc', 'a\nb\nc'])('lines of %j end alike, wherever a piece is cut', async (text) => {
  const pieces = [...text].map((sign) => Buffer.from(sign))
  expect(await rows(pieces)).toEqual(['a', 'b', 'c'].map((cell, at) => ({ line: at + 1, cells: [cell] })))
})

test('the apostrophe of a defused formula goes, another stays', async () => {
  expect((await rows("'+49 30;'twas;'=1"))[0]?.cells).toEqual(['+49 30', "'twas", '=1'])
})

test('bytes that are no UTF-8 are named by their line, also far into the file', async () => {
  const bad = Buffer.concat([Buffer.from('a;b\nc;d\n'), Buffer.from([0xe9, 0x20]), Buffer.from(';x\n')])
  expect(await problem(bad)).toEqual({ key: 'encoding', line: 3 })
  const far = [Buffer.from('x;y\n'.repeat(30_000)), Buffer.from([0xff, 0x0a])]
  expect(await problem(far)).toEqual({ key: 'encoding', line: 30_001 })
})

test('a quotation mark that is not closed, or stands in a cell, is named by its line', async () => {
  expect(await problem('a;b\n"c;d\n')).toMatchObject({ key: 'quotes' })
  expect(await problem('a;b\nc"d;e\n')).toMatchObject({ key: 'quotes', line: 2 })
  expect(await problem(`a;b\n"${'x'.repeat(300_000)}`)).toMatchObject({ key: 'rowTooLong' })
})

test('a million rows are refused at the first one too many, in bounded memory', async () => {
  function* million() {
    const piece = Buffer.from('1;2;3;4;5\n'.repeat(1000))
    for (let at = 0; at < 1000; at++) yield piece
  }
  let read = 0
  const before = process.memoryUsage().rss
  const run = async () => {
    for await (const _ of rowsOf(Readable.from(million()), utf8)) read++
  }
  await expect(run()).rejects.toMatchObject({ problem: { key: 'tooManyRows', limit: MOST_ROWS } })
  expect(read).toBe(MOST_ROWS + 1)
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
})

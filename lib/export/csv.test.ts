import { expect, test } from 'vitest'
import { csvDownload } from './csv.ts'

async function* rows(...cells: string[][]) {
  yield* cells
}

test('no cell is a formula, and every one comes back as it was', async () => {
  const cells = ['=1+1', '+49 30', '-5', '@sum', '\tx', '\rx', 'plain', 'a "b", c\nd', 'größer']
  const answer = csvDownload(rows(['Name'], ...cells.map((cell) => [cell])), 'people.csv')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text.split('\r\n').slice(1, 5)).toEqual(["'=1+1", "'+49 30", "'-5", "'@sum"])
  expect(text).toContain("'\tx")
  expect(text).toContain('"a ""b"", c\nd"')
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename=people.csv')
})

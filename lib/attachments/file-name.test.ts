import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\scan.png', 'scan.png'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie: x=1.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['nul\u0000l.txt', 'null.txt'],
  ['..', 'file'],
  ['   ', 'file'],
  ['Übersicht für Müller & Söhne.xlsx', 'Übersicht für Müller & Söhne.xlsx'],
])('%j is kept as %j', (sent, kept) => {
  expect(fileName(sent)).toBe(kept)
})

test('a long name is cut and keeps its ending', () => {
  const name = fileName(`${'x'.repeat(300)}.tar.gz`)
  expect(name).toHaveLength(200)
  expect(name).toMatch(/x\.gz$/)
})

import { brotliDecompressSync } from 'node:zlib'
import { codepointsOf } from './cmap.ts'

export type FontFacts = {
  /** All in parts of the em. */
  ascent: number
  descent: number
  lineGap: number
  averageWidth: number
  /** Glyph of each code point. */
  glyphs: Map<number, number>
}

/** Running text in both languages; its mean advance tells how wide a face sets, as an average over all glyphs would not. */
export const sample =
  'Ihre Anfrage wurde angelegt und wird so bald wie möglich beantwortet. Your ticket was created and will be answered soon.'

const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'

const largestInflated = 4 * 1024 * 1024

/** Reads the metrics of a WOFF2 file (W3C WOFF 2.0, sections 4 and 5); throws a RangeError when it is not one. */
export function readWoff2(bytes: Buffer): FontFacts {
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new RangeError('the file does not begin like a WOFF2 font')
  const tables = readTables(bytes)
  const em = need(tables, 'head').readUInt16BE(18)
  const hhea = need(tables, 'hhea')
  const glyphs = codepointsOf(need(tables, 'cmap'))
  const widths = [...sample].map((letter) => advance(tables, hhea, glyphs.get(letter.codePointAt(0) ?? 0) ?? 0))
  return {
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
    lineGap: hhea.readInt16BE(8) / em,
    averageWidth: widths.reduce((sum, width) => sum + width, 0) / widths.length / em,
    glyphs,
  }
}

type Table = { body: Buffer; transformed: boolean }

function readTables(bytes: Buffer): Map<string, Table> {
  const cursor = { at: 48 }
  const entries = Array.from({ length: bytes.readUInt16BE(12) }, () => readEntry(bytes, cursor))
  const inflated = brotliDecompressSync(bytes.subarray(cursor.at, cursor.at + bytes.readUInt32BE(20)), {
    maxOutputLength: largestInflated,
  })
  let start = 0
  return new Map(
    entries.map(({ tag, length, transformed }) => {
      const body = inflated.subarray(start, start + length)
      start += length
      return [tag, { body, transformed }]
    }),
  )
}

function readEntry(bytes: Buffer, cursor: { at: number }) {
  const flags = bytes.readUInt8(cursor.at++)
  const index = flags & 63
  const tag =
    index === 63 ? bytes.toString('latin1', cursor.at, cursor.at + 4) : knownTags.slice(index * 5, index * 5 + 4)
  if (index === 63) cursor.at += 4
  const version = flags >> 6
  const transformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0
  const plain = base128(bytes, cursor)
  return { tag, transformed, length: transformed ? base128(bytes, cursor) : plain }
}

/** UIntBase128: seven bits a byte, the highest bit says that more follow. */
function base128(bytes: Buffer, cursor: { at: number }): number {
  let value = 0
  for (let count = 0; count < 5; count++) {
    const byte = bytes.readUInt8(cursor.at++)
    value = value * 128 + (byte & 127)
    if (byte < 128) return value
  }
  throw new RangeError('a table length is damaged')
}

/** A transformed hmtx holds a flag byte and then the advances alone. */
function advance(tables: Map<string, Table>, hhea: Buffer, glyph: number): number {
  const count = hhea.readUInt16BE(34)
  const index = Math.min(glyph, count - 1)
  const body = need(tables, 'hmtx')
  return tables.get('hmtx')?.transformed ? body.readUInt16BE(1 + index * 2) : body.readUInt16BE(index * 4)
}

function need(tables: Map<string, Table>, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new RangeError(`the font has no ${tag} table`)
  return table.body
}

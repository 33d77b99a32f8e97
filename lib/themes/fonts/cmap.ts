/** Glyph of each code point from a font's cmap table; formats 4 and 12, which every web font has. */
export function codepointsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) readSegments(table, glyphs)
    if (format === 12) readGroups(table, glyphs)
  }
  return glyphs
}

function readSegments(table: Buffer, glyphs: Map<number, number>): void {
  const doubled = table.readUInt16BE(6)
  for (let at = 0; at < doubled; at += 2) {
    const end = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + doubled + at)
    const delta = table.readUInt16BE(16 + 2 * doubled + at)
    const rangeAt = 16 + 3 * doubled + at
    const offset = table.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = offset === 0 ? code : table.readUInt16BE(rangeAt + offset + (code - start) * 2)
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph) glyphs.set(code, glyph)
    }
  }
}

function readGroups(table: Buffer, glyphs: Map<number, number>): void {
  const count = Math.min(table.readUInt32BE(12), 65_536)
  for (let index = 0; index < count; index++) {
    const at = 16 + index * 12
    const start = table.readUInt32BE(at)
    const length = Math.min(table.readUInt32BE(at + 4) - start, 65_536)
    for (let step = 0; step <= length; step++) glyphs.set(start + step, table.readUInt32BE(at + 8) + step)
  }
}

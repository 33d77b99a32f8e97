import { detect } from 'chardet'

/** Those that spreadsheets and old systems write, by their names in the Encoding Standard; offered in this order. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'macintosh',
] as const
export type Encoding = (typeof ENCODINGS)[number]

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

export function isEncoding(name: string): name is Encoding {
  return (ENCODINGS as readonly string[]).includes(name)
}

/**
 * The encoding of a file by its beginning: its byte order mark, else UTF-8 where every byte fits, else by frequency. Latin
 * 1 is read as Windows-1252, of which it is a part.
 */
export function encodingOf(beginning: Uint8Array): Encoding {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, at) => beginning[at] === byte))
  if (marked) return marked[0]
  const wide = wideOf(beginning)
  if (wide) return wide
  if (isUtf8(beginning)) return 'utf-8'
  const guessed = detect(beginning)?.toLowerCase() ?? ''
  if (guessed === 'iso-8859-2') return 'windows-1250'
  return isEncoding(guessed) && guessed !== 'utf-8' ? guessed : 'windows-1252'
}

/** UTF-16 without a mark: Latin letters leave every second byte zero. */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > bytes.length / 4 && even < odd / 4) return 'utf-16le'
  return even > bytes.length / 4 && odd < even / 4 ? 'utf-16be' : undefined
}

/** A character that the sample cuts in two counts as whole. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

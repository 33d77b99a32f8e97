/** Lines that are looked at; what stands further down is old in every real mail. */
const LINES = 3_000
const WIDTH = 500

const SEPARATOR =
  /^[-_*]{2,}\s*(original message|forwarded message|original appointment|urspr[uü]e?ngliche nachricht|original-?nachricht|weitergeleitete nachricht)\s*[-_*]{2,}$/i
const RULE = /^[_-]{10,}$/
const FROM = /^[*\s]*(from|von)[*\s]*:\s*\S/i
const OTHER = /^[*\s]*(sent|gesendet|date|datum|to|an|cc|subject|betreff)[*\s]*:/i
const WROTE = [
  /^(on|am|le)\s.{5,300}\s(wrote|schrieb)\b.{0,200}:$/i,
  /^.{2,200}\s(schrieb|wrote)\s(am|on)\s.{5,200}:$/i,
]
const SIGNATURE = /^--\s?$/
const SENT_FROM =
  /^(sent from my \S.{0,40}|von meinem \S.{0,40} gesendet|gesendet von meinem \S.{0,40}|get outlook for \S.{0,20}|outlook für \S.{0,20} herunterladen)\.?$/i

/**
 * What somebody writes anew in a mail: without the mail below that it answers, and without its signature (English and German
 * mail programs). An answer between the quoted lines keeps them, for it cannot be read without. Where nothing would be left, all
 * of it stays.
 */
export function ownWords(text: string): string {
  const whole = text.replaceAll('\r\n', '\n').trim()
  const own = withoutSignature(withoutOldMail(whole.split('\n').slice(0, LINES)))
  return own.join('\n').trim() || whole
}

/**
 * What `ownWords` leaves out of the same text, quotation and signature, in its order; null where that is nothing.
 */
export function quotedWords(text: string): string | null {
  const own = ownWords(text).split('\n')
  let next = 0
  const quoted = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split('\n')
    .filter((line) => {
      if (next >= own.length || line.trim() !== own[next]?.trim()) return true
      next += 1
      return false
    })
  return quoted.join('\n').trim() || null
}

function withoutOldMail(lines: string[]): string[] {
  for (const [at, whole] of lines.entries()) {
    const line = whole.trim().slice(0, WIDTH)
    if (isQuoted(line)) {
      if (lines.slice(at).every((one) => one.trim() === '' || isQuoted(one))) return lines.slice(0, at)
      continue
    }
    if (SEPARATOR.test(line) || isHeaderBlock(lines, at) || (RULE.test(line) && isHeaderBlock(lines, at + 1))) {
      return lines.slice(0, at)
    }
    const taken = attributionAt(lines, at)
    if (taken > 0) return answered(lines, at, at + taken)
  }
  return lines
}

/** "On … wrote:" with a date or an address, which mail programs break into up to three lines; 0 where there is none. */
function attributionAt(lines: string[], at: number): number {
  if (!/^(on|am|le)\s|\s(schrieb|wrote)\s/i.test((lines[at] ?? '').trim())) return 0
  for (const count of [1, 2, 3]) {
    const line = lines
      .slice(at, at + count)
      .map((one) => one.trim())
      .join(' ')
    if (line.length <= WIDTH && /[\d@]/.test(line) && WROTE.some((wrote) => wrote.test(line))) return count
  }
  return 0
}

/** What was said around the mail that begins at `old`: above it, below it, or in between, where all of it stays. */
function answered(lines: string[], attribution: number, old: number): string[] {
  const above = lines.slice(0, attribution)
  const rest = lines.slice(old)
  if (!rest.some(isQuoted)) return above
  const end = rest.findIndex((line) => line.trim() !== '' && !isQuoted(line))
  if (end < 0) return above
  const below = rest.slice(end)
  return below.some(isQuoted) ? lines : [...above, ...below]
}

/** Outlook's: From, and at least two of the others in the next lines. */
function isHeaderBlock(lines: string[], at: number): boolean {
  const next = lines.slice(at, at + 8).filter((line) => line.trim() !== '')
  return FROM.test(next[0] ?? '') && next.slice(1, 6).filter((line) => OTHER.test(line)).length >= 2
}

function withoutSignature(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line))
  const own = at >= 0 && lines.length - at <= 20 && !lines.slice(at).some(isQuoted) ? lines.slice(0, at) : lines
  return own.filter((line, index) => !(SENT_FROM.test(line.trim()) && nothingAfter(own, index)))
}

const nothingAfter = (lines: string[], at: number) => lines.slice(at + 1).every((line) => line.trim() === '')

const isQuoted = (line: string) => /^\s{0,3}>/.test(line)

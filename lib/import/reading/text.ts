import { FileProblem } from './problem.ts'

/**
 * The bytes as text, piece by piece, without a byte order mark and with `\n` at the end of every line, whichever it was.
 * @throws FileProblem `encoding` with the line where the bytes are none of this encoding
 */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  // A `\r` at the end of a piece may be half of a line's end.
  let held = ''
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined })
    } catch (cause) {
      throw new FileProblem({ key: 'encoding', line: line + goodLines(piece, encoding) }, { cause })
    }
  }
  for await (const piece of bytes) {
    const text = held + decode(piece)
    held = text.endsWith('\r') ? '\r' : ''
    const whole = (held ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n')
    line += lineEnds(whole)
    yield whole
  }
  const rest = held.replace('\r', '\n') + decode()
  if (rest) yield rest
}

function lineEnds(text: string): number {
  let ends = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends++
  return ends
}

/** How many lines of the piece end before the first sign that stands for a broken character. */
function goodLines(piece: Uint8Array | undefined, encoding: string): number {
  if (!piece) return 0
  const text = new TextDecoder(encoding).decode(piece)
  return lineEnds(text.slice(0, text.indexOf('\ufffd')))
}

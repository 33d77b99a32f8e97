import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Mail } from './mail.ts'

/**
 * What a mail is known by (hex): its Message-ID, its sender and its body. Not the headers that each server on its way adds, nor the
 * ends of its lines. A Message-ID alone would let anybody be taken for a mail that is still to come.
 * @param raw the file, or the beginning of one that is too large
 */
export async function digestOf(
  raw: string | Buffer,
  mail: Pick<Mail, 'messageId' | 'from' | 'header'> | null,
): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([mail?.messageId ?? '', mail?.from ?? [], mail?.header('date') ?? []]))
  for await (const line of body(typeof raw === 'string' ? createReadStream(raw) : Readable.from([raw])))
    hash.update(line)
  return hash.digest('hex')
}

/** What follows the first empty line, without carriage returns; all of it where there is none. */
async function* body(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const plain = withoutReturns(chunk)
    if (head === null) {
      yield plain
      continue
    }
    head = Buffer.concat([head, plain])
    const end = head.indexOf('\n\n')
    if (end < 0) continue
    yield head.subarray(end + 2)
    head = null
  }
  if (head) yield head
}

const withoutReturns = (chunk: Buffer) =>
  chunk.includes(13) ? Buffer.from(chunk.filter((byte) => byte !== 13)) : chunk

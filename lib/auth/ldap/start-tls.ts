import type { Socket } from 'node:net'
import { DirectoryFault } from './fault.ts'

// LDAPMessage 1, extended request 1.3.6.1.4.1.1466.20037 (RFC 4511, 4.14).
const REQUEST = Buffer.concat([Buffer.from('301d02010177188016', 'hex'), Buffer.from('1.3.6.1.4.1.1466.20037')])
const MOST = 4096

/**
 * Asks the server for TLS on an open connection, which then carries nothing but the handshake. The library's own would wait
 * without end for that handshake, and bind again in clear on a new connection where this one breaks.
 * @param patience milliseconds
 * @throws DirectoryFault `start_tls` where the server refuses, or says more than was asked; `silent`, `dropped`
 */
export async function startTls(socket: Socket, patience: number): Promise<void> {
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new DirectoryFault('silent'))), Math.max(0, patience))
    let seen = Buffer.alloc(0)
    const read = (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk])
      const length = messageLength(seen)
      if (length !== undefined && seen.length >= length) settle(() => resolve(seen))
      else if (seen[0] !== 0x30 || seen.length > MOST) settle(() => reject(new DirectoryFault('start_tls')))
    }
    const dropped = () => settle(() => reject(new DirectoryFault('dropped')))
    const settle = (end: () => void) => {
      clearTimeout(timer)
      socket.off('data', read)
      socket.off('close', dropped)
      end()
    }
    socket.on('data', read)
    socket.once('close', dropped)
    socket.write(REQUEST)
  })
  socket.pause()
  // Whatever follows the answer in clear was slipped in by somebody between.
  if (answer.length !== messageLength(answer) || resultOf(answer) !== 0)
    throw new DirectoryFault('start_tls', new Error(`result ${resultOf(answer) ?? 'unreadable'}`))
}

/** Bytes of the message that begins here; undefined while its head is incomplete. */
function messageLength(bytes: Buffer): number | undefined {
  const head = lengthAt(bytes, 1)
  return head && head.next + head.length
}

function lengthAt(bytes: Buffer, at: number): { length: number; next: number } | undefined {
  const first = bytes[at]
  if (first === undefined) return undefined
  if (first < 0x80) return { length: first, next: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 4 || bytes.length < at + 1 + count) return undefined
  return { length: bytes.readUIntBE(at + 1, count), next: at + 1 + count }
}

/** The result code of an extended response: sequence, message number, [application 24], enumerated. */
function resultOf(bytes: Buffer): number | undefined {
  const sequence = bytes[0] === 0x30 ? lengthAt(bytes, 1) : undefined
  const number = sequence && bytes[sequence.next] === 0x02 ? lengthAt(bytes, sequence.next + 1) : undefined
  const at = number && number.next + number.length
  const response = at !== undefined && bytes[at] === 0x78 ? lengthAt(bytes, at + 1) : undefined
  return response && bytes[response.next] === 0x0a && bytes[response.next + 1] === 1
    ? bytes[response.next + 2]
    : undefined
}

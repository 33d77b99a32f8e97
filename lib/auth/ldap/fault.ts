/**
 * Why a directory gave no answer. None of it says anything about a password, so none of it counts as a guess.
 * `clear`: the password would travel for all to read. `resting`, `busy`: not asked at all.
 */
export const FAULTS = [
  'unreachable',
  'silent',
  'dropped',
  'certificate',
  'start_tls',
  'clear',
  'service',
  'secret',
  'base',
  'search',
  'identity',
  'resting',
  'busy',
] as const
export type FaultKind = (typeof FAULTS)[number]

export class DirectoryFault extends Error {
  readonly kind: FaultKind

  constructor(kind: FaultKind, cause?: unknown) {
    super(kind, { cause })
    this.name = 'DirectoryFault'
    this.kind = kind
  }
}

/** What the operator reads: the fault and what the network or the server said of it. */
export function reasonOf({ kind, cause }: DirectoryFault): string {
  const said = cause instanceof Error ? cause.message.split('\n')[0]?.slice(0, 200) : undefined
  return said ? `${kind}: ${said}` : kind
}

/** The result code of RFC 4511 where the server answered by one. */
export function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}

/** What a failure of connection or library means; a result code means `otherwise`. */
export function asFault(error: unknown, otherwise: FaultKind): DirectoryFault {
  if (error instanceof DirectoryFault) return error
  if (resultCode(error) !== undefined) return new DirectoryFault(otherwise, error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/CERT|TLS|SSL|SIGNED|ISSUER|SIGNATURE|EPROTO/.test(code)) return new DirectoryFault('certificate', error)
  if (error instanceof Error && /timed out|timeout/i.test(error.message)) return new DirectoryFault('silent', error)
  return new DirectoryFault('dropped', error)
}

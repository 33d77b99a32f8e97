/** Why a provider could not be asked. */
export type Silence = 'unreachable' | 'timeout' | 'insecure' | 'too_large'

export class ProviderSilent extends Error {
  readonly reason: Silence

  constructor(reason: Silence, cause?: unknown) {
    super(reason, { cause })
    this.name = 'ProviderSilent'
    this.reason = reason
  }
}

/** How long a person waits for a provider, in milliseconds, all its questions together. */
export const PATIENCE = 4_500
const LARGEST = 512 * 1024

/** Whether the host is this machine, where no network lies between: the one place for plain http. */
export const isLoopback = (hostname: string) => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)

/** https, or a provider on this machine. */
export const isSafeIssuer = (issuer: URL) =>
  issuer.protocol === 'https:' || (issuer.protocol === 'http:' && isLoopback(issuer.hostname))

/**
 * Asks a provider over https (plain http only from one on this machine to this machine), follows no redirect, reads no more than
 * half a megabyte, and gives up when the patience is used up. @throws ProviderSilent
 */
export function askerFor(issuer: URL, patience: number): typeof fetch {
  const end = AbortSignal.timeout(patience)
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (!isSafeIssuer(url) || (url.protocol === 'http:' && !isLoopback(issuer.hostname)))
      throw new ProviderSilent('insecure')
    try {
      const answer = await fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal: end })
      return new Response(await bounded(answer), { status: answer.status, headers: answer.headers })
    } catch (error) {
      if (error instanceof ProviderSilent) throw error
      throw new ProviderSilent(end.aborted ? 'timeout' : 'unreachable', error)
    }
  }
}

async function bounded(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!answer.body) return null
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of answer.body) {
    bytes += part.byteLength
    if (bytes > LARGEST) throw new ProviderSilent('too_large')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

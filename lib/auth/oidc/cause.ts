import { ProviderSilent, type Silence } from './asking.ts'

/** Why a ceremony failed, for the audit log; `detail` is a code, never a value of a token. */
export type Cause = {
  cause: `provider_${Silence}` | 'provider_error' | 'check_failed' | 'answer_invalid' | 'unexpected'
  detail?: string
}

/** The cause in what next-auth and oauth4webapi throw, which wrap one another; `told` is what the provider's answer calls it. */
export function causeOf(fault: unknown, told?: string | null): Cause {
  const chain = [...chainOf(fault)]
  const silent = chain.find((one) => one instanceof ProviderSilent)
  if (silent) return { cause: `provider_${silent.reason}` }
  for (const one of chain) {
    if (typeOf(one) === 'OAuthCallbackError') return { cause: 'provider_error', ...detail(told ?? undefined) }
    // State, nonce or code verifier: this browser did not set out, or from elsewhere, or too long ago.
    if (typeOf(one) === 'InvalidCheck') return { cause: 'check_failed' }
    const code = textIn(one, 'code')
    if (code === 'OAUTH_RESPONSE_BODY_ERROR') return { cause: 'provider_error', ...detail(textIn(one, 'error')) }
    if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return { cause: 'provider_error', detail: 'invalid_client' }
    if (code?.startsWith('OAUTH_')) return { cause: 'answer_invalid', ...detail(code, textIn(one.cause, 'claim')) }
  }
  return { cause: 'unexpected', ...detail(typeOf(chain.at(-1))) }
}

function* chainOf(fault: unknown, depth = 0): Generator<Error> {
  if (!(fault instanceof Error) || depth > 8) return
  yield fault
  const { cause } = fault
  yield* chainOf(cause instanceof Error ? cause : fieldOf(cause, 'err'), depth + 1)
}

/** next-auth's own word for an error: the names of its classes do not outlive a production build. */
const typeOf = (one: Error | undefined) => textIn(one, 'type') ?? one?.name

const fieldOf = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined

function textIn(holder: unknown, name: string): string | undefined {
  const value = fieldOf(holder, name)
  return typeof value === 'string' ? value : undefined
}

function detail(...parts: (string | undefined)[]): { detail?: string } {
  const known = parts.filter((one) => one !== undefined)
  return known.length > 0 ? { detail: known.join(' ').slice(0, 100) } : {}
}

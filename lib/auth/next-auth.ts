import 'server-only'
import NextAuth, { CredentialsSignin } from 'next-auth'
import { getToken } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { env } from '../env.ts'
import { AppError } from '../errors.ts'
import { signInWithPassword } from './sign-in.ts'

const credentialsShape = z.object({
  kind: z.enum(['contact', 'engineer']),
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(1000),
})

class Refused extends CredentialsSignin {
  /** What may be told, for it is no secret. */
  readonly told: AppError | undefined

  constructor(told?: AppError) {
    super()
    this.told = told
  }
}

/**
 * `__Host-` binds the cookie to this host and to TLS; plain http (development, loopback) cannot have it. No other cookie's
 * name may begin with this one: next-auth would take it for a part of the session's.
 */
export function sessionCookie() {
  const secure = env.publicUrl.protocol === 'https:'
  return { name: secure ? '__Host-portico.session' : 'portico.session', secure }
}

// next-auth carries the session id in an encrypted cookie and nothing else: who the viewer is and what it may do is read
// from the database on every request.
const { signIn, signOut } = NextAuth(() => {
  const { name, secure } = sessionCookie()
  return {
    secret: env.authSecrets,
    trustHost: true,
    session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    providers: [
      Credentials({
        id: 'password',
        credentials: { kind: {}, login: {}, password: {} },
        async authorize(credentials, request) {
          const parsed = credentialsShape.safeParse(credentials)
          if (!parsed.success) throw new Refused()
          const admission = await signInWithPassword(parsed.data, request.headers).catch((error: unknown) => {
            throw error instanceof AppError ? new Refused(error) : error
          })
          if (admission.outcome !== 'admitted') throw new Refused()
          return { id: admission.session }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : { sid: token.sid }),
    },
    logger: { error: () => {} },
  }
})

/**
 * Signs in and sets the cookie. False for every refusal, whatever its cause.
 * @throws AppError for what is nobody's secret: no place in the licence, a database out of reach
 */
export async function signInThroughForm(credentials: z.input<typeof credentialsShape>): Promise<boolean> {
  try {
    await signIn('password', { ...credentials, redirect: false })
    return true
  } catch (error) {
    if (error instanceof Refused && error.told) throw error.told
    if (error instanceof CredentialsSignin) return false
    throw error
  }
}

export async function forgetCookie(): Promise<void> {
  await signOut({ redirect: false })
}

// To decrypt the same cookie anew for every page of a session costs a millisecond each. Whether the session still lives is
// asked of the database each time.
const decrypted = new Map<string, string>()

/** The session id in a request's cookie, or null where there is none or it was not made with one of our secrets. */
export async function sessionIdOf(headers: Headers): Promise<string | null> {
  const { name, secure } = sessionCookie()
  const cookies = headers.get('cookie')
  if (!cookies?.includes(name)) return null
  const held = decrypted.get(cookies)
  if (held) return held
  const token = await getToken({
    req: { headers },
    secret: env.authSecrets,
    cookieName: name,
    salt: name,
    secureCookie: secure,
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  })
  if (typeof token?.sid !== 'string') return null
  if (decrypted.size >= 2_000) decrypted.clear()
  decrypted.set(cookies, token.sid)
  return token.sid
}

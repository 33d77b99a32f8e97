import 'server-only'
import NextAuth, { CredentialsSignin } from 'next-auth'
import { getToken } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { env } from '../env.ts'
import { AppError } from '../errors.ts'
import { finishStep } from './second-factor/finish.ts'
import { assertionShape } from './second-factor/passkey-answers.ts'
import { keepStep } from './second-factor/step-cookie.ts'
import { signInWithPasskey } from './second-factor/whole.ts'
import { type Admission, admit, signInWithPassword } from './sign-in.ts'

const kind = z.enum(['contact', 'engineer'])
const passwordShape = z.object({ kind, login: z.string().min(1).max(200), password: z.string().min(1).max(1000) })
const code = z.string().max(200)
const stepShape = z.object({
  step: z.string().max(200),
  proof: z.discriminatedUnion('by', [
    z.object({ by: z.literal(['app', 'recovery']), code }),
    z.object({ by: z.literal('passkey'), answer: assertionShape }),
  ]),
})
const passkeyShape = z.object({ kind, answer: assertionShape })
const oidcShape = z.object({ kind, owner: z.number(), secondFactor: z.literal('elsewhere').exactOptional() })

class NotAdmitted extends CredentialsSignin {
  /** What may be told, for it is no secret. */
  readonly told: AppError | undefined
  /** The secret of the second step, where that is what is missing. */
  readonly step: string | undefined

  constructor({ told, step }: { told?: AppError; step?: string } = {}) {
    super()
    this.told = told
    this.step = step
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
      way('password', passwordShape, signInWithPassword),
      way('second-step', stepShape, ({ step, proof }, headers) => finishStep(step, proof, headers)),
      way('oidc', oidcShape, (vouched, headers) => admit({ ...vouched, by: 'oidc' }, headers)),
      way('passkey', passkeyShape, ({ kind, answer }, headers) => signInWithPasskey(kind, answer, headers)),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : { sid: token.sid }),
    },
    logger: { error: () => {} },
  }
})

/** A way in that a form of ours takes; next-auth writes the cookie of whom it admits. */
function way<Shape extends z.ZodType>(
  id: keyof Ways,
  shape: Shape,
  admits: (given: z.output<Shape>, headers: Headers) => Promise<Admission>,
) {
  return Credentials({
    id,
    credentials: { given: {} },
    async authorize({ given }, request) {
      const parsed = shape.safeParse(JSON.parse(String(given)))
      if (!parsed.success) throw new NotAdmitted()
      const admission = await admits(parsed.data, request.headers).catch((error: unknown) => {
        throw error instanceof AppError ? new NotAdmitted({ told: error }) : error
      })
      if (admission.outcome === 'second_step') throw new NotAdmitted({ step: admission.step })
      if (admission.outcome === 'refused') throw new NotAdmitted()
      return { id: admission.session }
    },
  })
}

type Ways = {
  password: z.input<typeof passwordShape>
  'second-step': z.input<typeof stepShape>
  oidc: z.input<typeof oidcShape>
  passkey: z.input<typeof passkeyShape>
}

/**
 * Signs in and sets the cookie, of the session or of the second step. `refused` is every refusal, whatever its cause.
 * @throws AppError for what is nobody's secret: no place in the licence, a database out of reach, a step that is over
 */
export async function signInThroughForm<Way extends keyof Ways>(
  by: Way,
  given: Ways[Way],
): Promise<Admission['outcome']> {
  try {
    await signIn(by, { given: JSON.stringify(given), redirect: false })
    return 'admitted'
  } catch (error) {
    if (!(error instanceof CredentialsSignin)) throw error
    if (!(error instanceof NotAdmitted)) return 'refused'
    if (error.told) throw error.told
    if (error.step === undefined) return 'refused'
    await keepStep(error.step)
    return 'second_step'
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

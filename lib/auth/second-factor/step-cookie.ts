import 'server-only'
import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'

/** Not the beginning of the session cookie's name, nor begun by it: next-auth would take it for a part of that. */
function stepCookie() {
  const secure = env.publicUrl.protocol === 'https:'
  return { name: secure ? '__Host-portico-step' : 'portico-step', secure }
}

/** Gives the browser the secret of its sign-in step. */
export async function keepStep(step: string): Promise<void> {
  const { name, secure } = stepCookie()
  const jar = await cookies()
  jar.set(name, step, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 10 * 60 })
}

/** The secret of the sign-in step that this browser is at, or an empty text. */
export async function keptStep(): Promise<string> {
  return (await cookies()).get(stepCookie().name)?.value ?? ''
}

export async function forgetStep(): Promise<void> {
  const { name, secure } = stepCookie()
  const jar = await cookies()
  jar.set(name, '', { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 })
}

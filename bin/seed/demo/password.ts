/** For every account of the demo; long enough for the policy, and easy to type. */
export const DEMO_PASSWORD = 'green-harbour-42'

export type Credential = { passwordHash: string; passwordScheme: string }

/**
 * One hash for all demo accounts, made as the application makes it: hashing each would take half a minute.
 * @param environment what the application needs to be set; it checks all of it on first use, and a seed has not been given one
 */
export async function demoCredential(environment: NodeJS.ProcessEnv): Promise<Credential> {
  Object.assign(process.env, environment)
  const { hashPassword, passwordScheme } = await import('#lib/auth/passwords.ts')
  return { passwordHash: await hashPassword(DEMO_PASSWORD), passwordScheme: passwordScheme() }
}

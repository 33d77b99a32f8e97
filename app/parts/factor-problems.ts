import { getMessages } from 'next-intl/server'

/** What may be wrong with a factor, in words; of a recovery code in its own. */
export async function factorProblems(by: 'app' | 'recovery' | 'passkey' = 'app'): Promise<Record<string, string>> {
  const { problems, step } = (await getMessages()).factors
  return {
    ...problems,
    ...(by === 'recovery' ? { wrongCode: problems.wrongRecovery } : {}),
    too_many: step.wait,
    customersFull: (await getMessages()).signIn.full,
  }
}

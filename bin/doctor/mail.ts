import { jobsHealth } from '#lib/health/queries.ts'
import type { Problem } from '#lib/mail/refusal.ts'
import { mailServerProblem, mailsGoToFolder } from '#lib/mail/transport.ts'
import type { Result } from './result.ts'

const SERVER_WORDS: Record<Problem, string> = {
  unreachable: 'cannot be reached',
  slow: 'did not answer in time',
  busy: 'refuses',
  certificate: 'shows a certificate or encryption that is not to be trusted',
  signIn: 'refuses our user and password',
  refused: 'refuses',
  address: 'refuses',
}

/** Whether the mail server answers and lets us in. */
export async function mailServerCheck(): Promise<Omit<Result, 'name'>> {
  if (mailsGoToFolder())
    return { state: 'good', text: 'None is set up (SMTP_URL); mails are files in the data folder.' }
  const problem = await mailServerProblem(10_000)
  if (!problem) return { state: 'good', text: 'Answers, and lets us in.' }
  return { state: 'broken', text: `It ${SERVER_WORDS[problem.problem]}: ${problem.answer || 'no answer'}` }
}

/** What waits for the workers, and whether there are any. */
export async function jobsCheck(): Promise<Omit<Result, 'name'>> {
  const { facts, problems } = await jobsHealth()
  const silent = Number(facts?.silent)
  const text = `${facts?.waiting} wait, ${facts?.failed} given up in the last day; ${silent < 0 ? 'no worker has given a sign of life' : `a worker's last sign of life ${silent} seconds ago`}.`
  return { state: problems.length > 0 ? 'attention' : 'good', text }
}

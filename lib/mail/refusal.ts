/** Why a mail did not go, by a key of `mail.problems`. */
export type Problem = 'address' | 'refused' | 'busy' | 'unreachable' | 'certificate' | 'signIn' | 'slow'
/** `again`: it may go later. `answer` is what the mail server said. */
export type Refusal = { again: boolean; problem: Problem; answer: string }

type Fault = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** A 5xx about this mail is final; one about our own sign-in is not the recipient's fault and may be mended. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return { again: true, problem: 'unreachable', answer: '' }
  const { code, command = '', responseCode = 0, response, message }: Fault = error
  const answer = (response ?? message).replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500)
  if (code === 'EAUTH') return { again: true, problem: 'signIn', answer }
  if (code === 'ETLS' || (responseCode === 0 && /certificate|\bssl\b|\btls\b|altnames/i.test(message)))
    return { again: true, problem: 'certificate', answer }
  if (responseCode >= 500 && /^(MAIL FROM|RCPT TO|DATA)/.test(command)) {
    return { again: false, problem: 'refused', answer }
  }
  if (responseCode >= 400) return { again: true, problem: 'busy', answer }
  if (code === 'ETIMEDOUT') return { again: true, problem: 'slow', answer }
  return { again: true, problem: 'unreachable', answer }
}

import type { ProbeReport } from '#lib/auth/ldap/probe.ts'

type Step = ProbeReport['steps'][number]

/** The key of the words for the step that failed. `search` alone, without a reason of the server's, is a search that found nobody, or too many. */
export function faultKeyOf({ step, fault = 'search', reason }: Step, { found }: ProbeReport) {
  if (fault !== 'search') return fault
  if (step === 'sign_on') return 'refusedBind'
  if (reason !== 'search') return 'search'
  if (step === 'name') return found.length > 1 ? 'ambiguousName' : 'unknownName'
  return step === 'people' ? 'nobody' : 'search'
}

/** What network or server said, without the fault's own name before it. */
export const detailOf = ({ fault, reason = '' }: Step) => (reason === fault ? '' : reason.slice(`${fault}: `.length))

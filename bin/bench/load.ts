import autocannon from 'autocannon'
import { usage } from './children.ts'

export type Measurement = {
  connections: number
  requests: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** Milliseconds of the server's processor time per request, all threads. */
  cpu: number
  /** Answers that were not those of the page, or none at all. */
  wrong: number
}

type Target = { url: string; pid: number; cookie?: string; expected?: string[] }

/** Loads one address and charges the processor time of the server process to the requests that it answered. */
export async function measure(
  { url, pid, cookie, expected = [] }: Target,
  connections: number,
  run: { seconds: number } | { amount: number },
): Promise<Measurement> {
  const before = usage(pid)
  const result = await autocannon({
    url,
    connections,
    ...('seconds' in run ? { duration: run.seconds } : { amount: run.amount }),
    headers: cookie ? { cookie } : {},
    verifyBody: (body) => expected.every((text) => body.includes(text)),
  })
  const after = usage(pid)
  const requests = result.requests.total
  return {
    connections,
    requests,
    perSecond: requests / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: ((after.cpu - before.cpu) * 1000) / Math.max(1, requests),
    wrong: result.errors + result.timeouts + result.mismatches + result.non2xx,
  }
}

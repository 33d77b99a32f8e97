/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  export type Result = {
    requests: { total: number; average: number }
    latency: { p50: number; p99: number; average: number }
    errors: number
    timeouts: number
    mismatches: number
    non2xx: number
    duration: number
  }
  export default function autocannon(options: {
    url: string
    connections: number
    duration?: number
    amount?: number
    headers?: Record<string, string>
    verifyBody?: (body: string) => boolean
  }): Promise<Result>
}

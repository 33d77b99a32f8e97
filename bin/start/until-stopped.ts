import { explain } from './explain.ts'

/**
 * Runs a command that serves until it is asked to stop, and sets the exit code: 0 after SIGINT, SIGTERM or SIGHUP, which may be
 * repeated, 1 after a failure, otherwise what the server ended with.
 * @param work ends soon after the signal is raised, having closed what it opened
 */
export async function untilStopped(work: (stop: AbortSignal) => Promise<number>): Promise<void> {
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  try {
    const code = await work(asked.signal)
    if (!asked.signal.aborted)
      process.stderr.write(`\nThe server ended by itself (code ${code}). The data were kept.\n`)
    process.exitCode = asked.signal.aborted ? 0 : code || 1
  } catch (error) {
    process.exitCode = asked.signal.aborted ? 0 : 1
    if (!asked.signal.aborted) process.stderr.write(`\n${explain(error)}\n`)
  }
  if (asked.signal.aborted) process.stdout.write('Portico has stopped.\n')
}

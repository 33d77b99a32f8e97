import 'server-only'
import { DirectoryFault, type FaultKind } from './fault.ts'
import type { LdapServer } from './server.ts'

/** After so many faults in a row a server rests; then one question at a time finds out whether it is back. */
const FAULTS_IN_A_ROW = 3
const REST = 15_000
/** Questions to one server at once. */
const MOST = 32

// What says that the server, not the one question, is at fault.
const COUNTED: readonly FaultKind[] = ['unreachable', 'silent', 'dropped', 'certificate', 'start_tls', 'service']

type State = { faults: number; restsUntil: number; running: number }
const states = new Map<string, State>()

/**
 * Asks the server, unless it has just failed several times: then nobody waits for it. A changed record begins anew.
 * @throws DirectoryFault `resting`, `busy`, or that of `ask`
 */
export async function unlessResting<T>(server: LdapServer, ask: () => Promise<T>): Promise<T> {
  const state = stateOf(server)
  if (isResting(server) || (state.faults >= FAULTS_IN_A_ROW && state.running > 0)) throw new DirectoryFault('resting')
  if (state.running >= MOST) throw new DirectoryFault('busy')
  state.running += 1
  try {
    const answer = await ask()
    state.faults = 0
    return answer
  } catch (error) {
    if (error instanceof DirectoryFault && COUNTED.includes(error.kind)) {
      state.faults += 1
      if (state.faults >= FAULTS_IN_A_ROW) state.restsUntil = performance.now() + REST
    }
    throw error
  } finally {
    state.running -= 1
  }
}

/** Whether this process leaves the server alone just now, because it has failed several times. */
export function isResting(server: LdapServer): boolean {
  const { faults, restsUntil } = stateOf(server)
  return faults >= FAULTS_IN_A_ROW && performance.now() < restsUntil
}

/** For tests: as after a start. */
export function wakeAll(): void {
  states.clear()
}

function stateOf(server: LdapServer): State {
  const key = JSON.stringify(server)
  const held = states.get(key)
  if (held) return held
  // Only records that somebody has changed since are forgotten here, and theirs by being asked again.
  if (states.size >= 100) states.clear()
  const state = { faults: 0, restsUntil: 0, running: 0 }
  states.set(key, state)
  return state
}

import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { shutDown } from './server.ts'

/**
 * Starts a server and starts it again whenever it ends unasked (killed, out of memory); the application's connections come back by
 * themselves. After five failures in a row it gives up and says so.
 * @param start resolves when the server answers
 */
export async function keepRunning(start: () => Promise<ChildProcess>, log: (line: string) => void) {
  let asked = false
  let restart: Promise<void> | undefined
  let server = watched(await start())

  function watched(child: ChildProcess): ChildProcess {
    child.once('exit', (code, signal) => {
      if (asked) return
      log(`PostgreSQL ended unasked (${signal ?? `code ${code}`}) and is started again`)
      restart = again()
    })
    return child
  }

  async function again(): Promise<void> {
    for (let failures = 0; failures < 5 && !asked; failures++) {
      try {
        server = watched(await start())
        return
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        await pause(1000 * 2 ** failures)
      }
    }
    if (!asked) log('PostgreSQL does not start again. The data were kept. Stop Portico, mend the cause, start it.')
  }

  return {
    async stop(): Promise<void> {
      asked = true
      await restart
      await shutDown(server)
    },
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const TICKS_PER_SECOND = 100

/** Starts a server of its own process group and waits until it answers. */
export async function startServer(
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
  url: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting (code ${child.exitCode})`)
    const status = await fetch(url, { redirect: 'manual' }).then(
      async (answer) => {
        await answer.body?.cancel()
        return answer.status
      },
      () => 0,
    )
    if (status && status < 500) return child
    await pause(100)
  }
  throw new Error(`${url} does not answer`)
}

export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** User and system time that the process and its children have used, in seconds; their resident memory in bytes. */
export function usage(pid: number): { cpu: number; memory: number } {
  const family = [pid, ...descendants(pid)]
  let cpu = 0
  let memory = 0
  for (const member of family) {
    // The name in brackets may hold blanks; the fields after it are numbered from 3 (proc(5)).
    const fields = readFileSync(`/proc/${member}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    cpu += (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
    memory += Number(fields[21]) * 4096
  }
  return { cpu, memory }
}

function descendants(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return children.flatMap((child) => [child, ...descendants(child)])
}

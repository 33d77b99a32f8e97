import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { EmbeddedError } from './error.ts'
import { birthOf, isAlive } from './processes.ts'

const holderShape = z.object({ pid: z.number().int(), birth: z.string().optional() })

/**
 * Claims a data folder for this process, so that two starts never share one. Claiming again in the same process is allowed.
 * A holder that was killed is recognised and replaced.
 * @returns releases the folder
 * @throws EmbeddedError when another living process holds it
 */
export function holdFolder(folder: string): () => void {
  const path = join(folder, 'holder.json')
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const self = { pid: process.pid, birth: birthOf(process.pid) }
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(self), { flag: 'wx', mode: 0o600 })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = livingHolder(path)
    if (holder === process.pid) return () => {}
    if (holder) {
      throw new EmbeddedError(
        `Portico is already running on the data folder ${folder} (process ${holder}).\n` +
          'Nothing was changed.\n' +
          'Use the one that runs, stop it, or start a second one with another DATA_DIR and PORT.',
      )
    }
    rmSync(path, { force: true })
  }
  throw new EmbeddedError(`Other starts keep claiming the data folder ${folder}. Nothing was changed. Try again.`)
}

function livingHolder(path: string): number | undefined {
  try {
    const { pid, birth } = holderShape.parse(JSON.parse(readFileSync(path, 'utf8')))
    return isAlive(pid) && birthOf(pid) === birth ? pid : undefined
  } catch {
    return undefined
  }
}

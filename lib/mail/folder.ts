import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env.ts'

const KEPT = 500

const folder = () => join(/* turbopackIgnore: true */ env.dataDir, 'mail')
const fileOf = (id: number) => join(/* turbopackIgnore: true */ folder(), `${id}.eml`)

/** Keeps a mail as a file, whole or not at all; of many, the newest 500. */
export async function keepInFolder(id: number, raw: Buffer): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const written = `${fileOf(id)}.part`
  const file = await open(written, 'w', 0o600)
  try {
    await file.writeFile(raw)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(written, fileOf(id))
  const names = await readdir(folder())
  const ids = names.flatMap((name) => (/^\d+\.eml$/.test(name) ? [Number.parseInt(name, 10)] : []))
  const old = ids.toSorted((a, b) => b - a).slice(KEPT)
  await Promise.all(old.map((one) => rm(fileOf(one), { force: true })))
}

/** The mail as it was written to the folder; undefined where it is not (or not on this machine). */
export async function keptInFolder(id: number): Promise<Buffer | undefined> {
  return readFile(fileOf(id)).catch(() => undefined)
}

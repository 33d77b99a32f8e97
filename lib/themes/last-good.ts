import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { BuiltTheme } from './built.ts'

/** Rises when `BuiltTheme` changes, so that a build of an older application is not read as one of this. */
const format = 1

const kept = z.object({
  format: z.literal(format),
  built: z.custom<BuiltTheme>((value) => typeof value === 'object' && value !== null),
})

/** Keeps a good build in the data folder, replaced in one step. A full or read-only disk costs only this copy. */
export function keepBuild(dataDir: string, built: BuiltTheme): void {
  const file = fileOf(dataDir, built.id)
  const text = JSON.stringify({ format, built })
  try {
    if (readText(file) === text) return
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    return
  }
}

export function lastGoodBuild(dataDir: string, id: string): BuiltTheme | undefined {
  try {
    return kept.parse(JSON.parse(readText(fileOf(dataDir, id)) ?? '')).built
  } catch {
    return undefined
  }
}

function fileOf(dataDir: string, id: string): string {
  return path.join(dataDir, 'themes', `${id}.json`)
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

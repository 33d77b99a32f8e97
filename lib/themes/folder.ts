import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from './problem.ts'

/** A theme's files by their path inside its folder, read once. */
export type Folder = { id: string; files: Map<string, Buffer>; problems: Problem[] }

const largestFile = 1024 * 1024
const known =
  /^(theme\.json|custom\.css|tokens\/(base|dark)\.tokens\.json|brand\/[^/]+\.(svg|png)|fonts\/([^/]+\.woff2|LICENSE[^/]*)|texts\/[a-z-]+\.json|slots\/[a-z-]+\.[a-z-]+\.md)$/i
const ignored = /^(screenshots\/|README|\.)/

/** Reads a theme's folder; links, outsized and unknown files stay outside and are reported. */
export function readFolder(dir: string): Folder {
  const folder: Folder = { id: path.basename(dir), files: new Map(), problems: [] }
  for (const name of namesBelow(dir)) {
    const entry = lstatSync(path.join(dir, name))
    if (ignored.test(name) || entry.isDirectory()) continue
    const remark = remarkOn(name, entry.isFile(), entry.size)
    if (remark) folder.problems.push({ file: name, ...remark })
    else folder.files.set(name, readFileSync(path.join(dir, name)))
  }
  return folder
}

/** Changes whenever a file below the folder is added, removed or written; costs one `lstat` a file. */
export function fingerprint(dir: string): string {
  return namesBelow(dir)
    .map((name) => {
      const { mtimeMs, size, ino } = lstatSync(path.join(dir, name))
      return `${name}:${mtimeMs}:${size}:${ino}`
    })
    .join('|')
}

export function textOf(folder: Folder, name: string): string | undefined {
  return folder.files.get(name)?.toString('utf8')
}

/** Posix paths, two levels deep, in a stable order. A folder reached through a link is not entered. */
function namesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? [`${entry.name}/`, ...readdirSync(path.join(dir, entry.name)).map((name) => `${entry.name}/${name}`)]
        : [entry.name],
    )
    .sort()
}

function remarkOn(name: string, isFile: boolean, size: number): Omit<Problem, 'file'> | undefined {
  if (!isFile)
    return { effect: 'refuse', reason: 'is a link or a special file', remedy: 'Copy the file itself into the folder.' }
  if (!known.test(name))
    return { effect: 'note', reason: 'is not part of a theme and is not served', remedy: 'Remove it.' }
  if (size > largestFile) return { effect: 'refuse', reason: 'is larger than 1 MB', remedy: 'Make it smaller.' }
  return undefined
}

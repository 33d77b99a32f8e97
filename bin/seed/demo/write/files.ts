import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFile } from '../files/make.ts'
import type { FileSketch } from '../files/sketch.ts'
import type { Random } from '../random.ts'

/** Makes the file and stores it as an upload would be: `<first two hex digits of the hash>/<id>`. @returns its columns */
export function storeFile(sketch: FileSketch, folder: string, at: Date, random: Random) {
  const { name, contentType, content } = makeFile(sketch, random, at)
  const id = randomUUID()
  const sha256 = createHash('sha256').update(content).digest('hex')
  const storageKey = `${sha256.slice(0, 2)}/${id}`
  const path = join(folder, storageKey)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return { id, name, contentType, bytes: content.length, sha256, storageKey, createdAt: at }
}

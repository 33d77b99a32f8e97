import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Folder } from './folder.ts'
import { type Layer, layerOf } from './layer.ts'

export const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#0a5c36" d="M0 0h9v9H0z"/></svg>'

export function manifestOf(id: string, more: object = {}): string {
  return JSON.stringify({ id, name: id, version: '1.0.0', contract: 1, ...more })
}

export function srgb(hex: string): object {
  const components = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return { $value: { colorSpace: 'srgb', components } }
}

/** A theme's folder in memory with a valid manifest and logo, unless `files` say otherwise. */
export function folderOf(id: string, files: Record<string, string> = {}): Folder {
  const all = { 'theme.json': manifestOf(id), 'brand/logo.svg': logo, ...files }
  return { id, files: new Map(Object.entries(all).map(([name, text]) => [name, Buffer.from(text)])), problems: [] }
}

export function layerWith(id: string, files: Record<string, string> = {}): Layer {
  const { layer, problems } = layerOf(folderOf(id, files))
  if (!layer) throw new Error(JSON.stringify(problems))
  return layer
}

export function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'portico-themes-'))
}

export function write(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
}

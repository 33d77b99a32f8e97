import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Theme } from './types.ts'

/** A theme as plain data, so that a good build can be kept on disk and read back without its folder. */
export type BuiltTheme = Omit<Theme, 'texts' | 'slot'> & {
  textsByLocale: Record<string, Record<string, unknown>>
  /** Safe HTML, keyed `name.locale`. */
  slots: Record<string, string>
  files: Record<string, ThemeFile>
}

export type ThemeFile = { type: string; base64: string }

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Keeps a file under a name made of its content alone and returns its URL; nothing in it tells whose it is. */
export function keep(files: Record<string, ThemeFile>, original: string, bytes: Buffer): string {
  const extension = path.extname(original)
  const type = types[extension]
  if (!type) throw new TypeError(`A theme cannot serve ${extension || 'a file without an extension'}`)
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}${extension}`
  files[name] = { type, base64: bytes.toString('base64') }
  return `/theme/${name}`
}

/** The object pages read; slots and texts fall back to the language alone, then slots to English. */
export function wear({ textsByLocale, slots, files: _served, ...theme }: BuiltTheme): Theme {
  return {
    ...theme,
    texts: (locale) => textsByLocale[locale] ?? textsByLocale[locale.split('-')[0] ?? ''] ?? {},
    slot: (name, locale) =>
      slots[`${name}.${locale}`] ?? slots[`${name}.${locale.split('-')[0]}`] ?? slots[`${name}.en`],
  }
}

const MAX = 200

/**
 * A file's name as it is kept and shown: without folders, control characters and the marks that turn the direction of
 * writing (an `exe` can pose as `fdp.exe`), at most 200 characters with the ending kept.
 */
export function fileName(sent: string): string {
  const name = sent
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
  if (name === '' || name === '.' || name === '..') return 'file'
  const characters = [...name]
  if (characters.length <= MAX) return name
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, MAX - ending.length).join('') + ending
}

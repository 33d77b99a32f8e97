import type { IconName } from '#lib/ui/icon-shapes.ts'

const kinds: [RegExp, IconName][] = [
  [/^image\//, 'image'],
  [/^(video|audio)\//, 'video'],
  [/zip|compressed|tar|rar/, 'archive'],
  [/spreadsheet|excel|csv/, 'sheet'],
  [/^text\/|pdf|word|opendocument|json|xml/, 'text'],
]

/** The drawing for a media type; a plain sheet for what is not known. */
export function fileIcon(mediaType: string): IconName {
  return kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'file'
}

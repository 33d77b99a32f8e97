import { expect, test } from 'vitest'
import { fileIcon } from '#lib/ui/file-icon.ts'

test.each([
  ['image/png', 'image'],
  ['application/pdf', 'text'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'sheet'],
  ['application/zip', 'archive'],
  ['video/mp4', 'video'],
  ['application/octet-stream', 'file'],
  ['', 'file'],
])('%s is drawn as %s', (mediaType, icon) => {
  expect(fileIcon(mediaType)).toBe(icon)
})

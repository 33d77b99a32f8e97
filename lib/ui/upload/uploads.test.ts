import { expect, test } from 'vitest'
import { fill } from '#lib/ui/upload/fill.ts'
import { changeUploads, refusal } from '#lib/ui/upload/uploads.ts'

const started = changeUploads([], { type: 'started', key: 'a', name: 'a.pdf', detail: '1 MB' })

test('a file goes from sending to attached and keeps its place', () => {
  const two = changeUploads(started, { type: 'started', key: 'b', name: 'b.pdf', detail: '2 MB' })
  const sent = changeUploads(changeUploads(two, { type: 'progressed', key: 'a', percent: 40 }), {
    type: 'attached',
    key: 'a',
    id: '7',
  })
  expect(sent.map(({ key, state, percent, id }) => [key, state, percent, id])).toEqual([
    ['a', 'attached', 100, '7'],
    ['b', 'sending', 0, undefined],
  ])
})

test('a failed file stays visible with its reason until it is removed', () => {
  const failed = changeUploads(started, { type: 'failed', key: 'a', problem: 'Try again.' })
  expect(failed).toMatchObject([{ state: 'failed', problem: 'Try again.' }])
  expect(changeUploads(failed, { type: 'removed', key: 'a' })).toEqual([])
})

test('a change of an unknown file changes nothing', () => {
  expect(changeUploads(started, { type: 'attached', key: 'gone', id: '9' })).toEqual(started)
})

test.each([
  [10, 0, undefined],
  [11, 0, 'tooLarge'],
  [0, 0, 'empty'],
  [5, 2, 'tooMany'],
])('a file of %i bytes after %i others is answered with %s', (size, already, expected) => {
  expect(refusal(size, already, { files: 2, bytes: 10 })).toBe(expected)
})

test('a message is filled by name, and a name that looks like a place is left alone', () => {
  expect(fill('{name} is larger than {size}.', { name: '{size}.pdf', size: '25 MB' })).toBe(
    '{size}.pdf is larger than 25 MB.',
  )
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ANNOTATIONS } from '#lib/groups/annotations.ts'
import { GROUP_GRANTS, QUEUE_GRANTS, RIGHTS } from '#lib/roles/grants.ts'
import { SETTINGS } from '#lib/settings/settings.ts'
import * as proofs from './proofs.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// The types say the same of every option of a form; these lists are also asked for at run time, where a cast could not help.
test.each([
  ['setting', Object.keys(SETTINGS), proofs.settings],
  ['grant on a queue', QUEUE_GRANTS, proofs.queueGrants],
  ['grant on a customer group', GROUP_GRANTS, proofs.groupGrants],
  ['right', RIGHTS, proofs.rights],
  ['annotation', ANNOTATIONS, proofs.annotations],
] as const)('every %s has a proof, and every proof something to prove', (_, all, proven) => {
  expect(Object.keys(proven).toSorted()).toEqual([...all].toSorted())
})

const named = Object.entries(proofs).flatMap(([kind, of]) =>
  Object.entries<proofs.Proof>(of).flatMap(([name, proof]) =>
    Object.values(proof).map(([file, title]) => ({ what: `${kind} ${name}`, file, title })),
  ),
)

/** The source says it as `'title…` or, where it is made of values, as a template. */
test.each(named)('$what is proven by "$title"', ({ file, title }) => {
  const source = readFileSync(`${root}${file}`, 'utf8')
  expect(["'", '`'].some((quote) => source.includes(quote + title))).toBe(true)
})

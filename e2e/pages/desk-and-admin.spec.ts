import { test } from '../access/http/fixture.ts'
import { settle } from '../access/http/ink.ts'
import { examplesBelow, staffTown } from '../support/every-page.ts'
import { faultsOf } from '../support/presentable.ts'
import { expect } from '../support/test.ts'

test.describe.configure({ mode: 'parallel', timeout: 360_000 })
// A trace costs more than the pages do, and what is wrong is said in words.
test.use({ trace: 'off', screenshot: 'off' })

const PARTS = 2

for (const [house, path] of [
  ['the desk', '/desk'],
  ['the Admin Tool', '/admin'],
] as const) {
  const examples = examplesBelow(path)

  test(`every page of ${house} has somebody who is shown it`, () => {
    expect([...examples].flatMap(([page, { length }]) => (length === 0 ? [page] : []))).toEqual([])
  })

  for (let part = 1; part <= PARTS; part += 1) {
    test(`every page of ${house} is accessible, fits, and is quiet: part ${part} of ${PARTS}`, async ({
      browser,
      gate,
    }) => {
      await settle(gate, staffTown)
      const mine = [...examples.values()].flat().filter((_, at) => at % PARTS === part - 1)
      expect(await faultsOf(browser, gate, mine)).toEqual([])
    })
  }
}

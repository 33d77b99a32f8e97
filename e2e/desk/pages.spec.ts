import { test } from '../access/http/fixture.ts'
import { settle } from '../access/http/ink.ts'
import { examplesBelow, staffTown } from '../support/every-page.ts'
import { faultsOf } from '../support/presentable.ts'
import { expect } from '../support/test.ts'

test.describe.configure({ mode: 'parallel', timeout: 360_000 })
// A trace costs more than the pages do, and what is wrong is said in words.
test.use({ trace: 'off', screenshot: 'off' })

const examples = examplesBelow('/desk')

test('every page of the desk has somebody who is shown it', () => {
  expect([...examples].flatMap(([page, { length }]) => (length === 0 ? [page] : []))).toEqual([])
})

for (const [part, of] of [
  [1, 2],
  [2, 2],
] as const) {
  test(`every page of the desk is accessible, fits, and is quiet: part ${part} of ${of}`, async ({ browser, gate }) => {
    await settle(gate, staffTown)
    const mine = [...examples.values()].flat().filter((_, at) => at % of === part - 1)
    expect(await faultsOf(browser, gate, mine)).toEqual([])
  })
}

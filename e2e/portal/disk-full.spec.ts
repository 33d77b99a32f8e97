import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataDir } from '../support/database.ts'
import { databasePort, startInstance } from '../support/instance.ts'
import { people } from '../support/people.ts'
import { newTicket } from '../support/requests.ts'
import { test as base, expect, signIn } from '../support/test.ts'

const MEGABYTE = 1024 * 1024

/** An instance of its own, whose files lie on a disk of four megabytes. */
const test = base.extend<{ cramped: { url: string; files: string } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  cramped: async ({}, use) => {
    const own = mkdtempSync(join(tmpdir(), 'portico-full-'))
    const files = join(own, 'files')
    mkdirSync(files)
    for (const name of ['secrets.json', 'database.json']) copyFileSync(join(dataDir(), name), join(own, name))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', files])
    try {
      const instance = await startInstance(own, databasePort(dataDir()))
      await use({ url: instance.url, files })
      await instance.stop()
    } finally {
      execFileSync('umount', [files])
      rmSync(own, { recursive: true })
    }
  },
})
test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.skip(() => process.getuid?.() !== 0, 'only root may give a folder a disk of its own')
test.slow()

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

for (const script of [true, false]) {
  test.describe(script ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled: script })

    test('a disk that is full refuses the file, keeps the text, and leaves reading and writing as they are', async ({
      page,
      customer,
      cramped,
    }) => {
      const { path } = await newTicket(await customer(people.meetsFaults))
      await page.goto(`${cramped.url}/sign-in?next=${encodeURIComponent(path)}`)
      await signIn(page, people.meetsFaults)
      const reply = page.locator('#reply').getByLabel('Comment', { exact: true })
      await reply.fill('Typed before the disk was full.')
      await page.getByLabel('Attach files').setInputFiles({
        name: 'large.bin',
        mimeType: 'application/octet-stream',
        buffer: Buffer.alloc(6 * MEGABYTE, 7),
      })
      if (!script) await page.getByRole('button', { name: 'Add comment' }).click()
      await expect(page.getByText('There is no room for large.bin at the moment').first()).toBeVisible()
      expect(bytesIn(cramped.files)).toBe(0)
      await expect(reply).toHaveValue('Typed before the disk was full.')
      await page.getByRole('button', { name: 'Add comment' }).click()
      await expect(page.getByRole('article').last()).toContainText('Typed before the disk was full.')
    })
  })
}

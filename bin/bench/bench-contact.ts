import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '#lib/db/embedded/port.ts'
import { paths } from '#lib/paths.ts'
import { DEMO_PASSWORD } from '../seed/demo/password.ts'
import { Browser } from './browser.ts'
import { startServer, stopServer } from './children.ts'
import type { FloorPage } from './floor.ts'
import { measure } from './load.ts'
import type { BenchOptions } from './options.ts'
import { type BenchPage, pagesOf } from './pages.ts'
import type { ReportRow } from './report.ts'
import { statementsOf } from './statements.ts'
import { unitsOf } from './units.ts'
import type { World } from './world.ts'

type Site = { origin: string; server: ChildProcess; world: World; root: string }
type Prepared = BenchPage & FloorPage

/** Signs the contact in and measures each of its pages, beside its floor. */
export async function benchContact(
  login: string,
  site: Site,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<{ rows: ReportRow[]; cookie: string }> {
  const browser = new Browser(site.origin)
  const leadsTo = await browser.submit(paths.signIn(), { login, password: DEMO_PASSWORD })
  if (!leadsTo) throw new Error(`${login} could not sign in`)
  const wanted = (await pagesOf(site.world.ownerUrl, login)).filter(({ name }) => name.includes(options.only))
  const prepared: Prepared[] = []
  for (const page of wanted) prepared.push(await look(page, browser, site, options))
  const floorPort = await freePort()
  const floorEnv = {
    ...process.env,
    DATABASE_URL: site.world.appUrl,
    PORT: String(floorPort),
    FLOOR_PAGES: JSON.stringify(prepared),
  }
  const floor = await startServer(
    [fileURLToPath(new URL('floor.ts', import.meta.url))],
    floorEnv,
    site.root,
    `http://127.0.0.1:${floorPort}/0`,
  )
  const rows: ReportRow[] = []
  try {
    for (const [index, page] of prepared.entries()) {
      const { cookie } = browser
      const own = { url: site.origin + page.path, pid: site.server.pid ?? 0, cookie, expected: page.expected }
      const bare = { url: `http://127.0.0.1:${floorPort}/${index}`, pid: floor.pid ?? 0 }
      // Both run compiled and with their connections open before anything counts.
      for (const target of [own, bare]) await measure(target, 4, { amount: 100 })
      for (const connections of options.connections) {
        const run = { seconds: options.seconds }
        const measured = await measure(own, connections, run)
        const floored = await measure(bare, connections, run)
        rows.push({ contact: login, page: page.name, bytes: page.bytes, ...countsOf(page), measured, floor: floored })
        say(`${page.name} at ${connections}: ${measured.cpu.toFixed(2)} ms of CPU, floor ${floored.cpu.toFixed(2)} ms`)
      }
    }
  } finally {
    await stopServer(floor)
  }
  return { rows, cookie: browser.cookie }
}

/** Opens the page until everything is warm, then once more with the database taking notes. */
async function look(page: BenchPage, browser: Browser, { world }: Site, { dataDir }: BenchOptions): Promise<Prepared> {
  for (let warming = 0; warming < 10; warming += 1) await browser.open(page.path)
  let body = ''
  const sent = await statementsOf(world.superuserUrl, dataDir, async () => {
    body = await browser.open(page.path)
  })
  const missing = page.expected.filter((text) => !body.includes(text))
  if (missing.length) throw new Error(`${page.path} does not show ${missing.join(', ')}`)
  return { ...page, bytes: Buffer.byteLength(body), units: unitsOf(sent) }
}

const countsOf = ({ units }: FloorPage) => ({
  transactions: units.filter(({ transaction }) => transaction).length,
  statements: units.reduce((sum, { statements }) => sum + statements.length, 0),
})

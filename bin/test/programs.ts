import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { tail } from '../prepare/failure.mjs'
import { run } from '../prepare/programs.mjs'
import { note, step } from '../prepare/progress.mjs'

const isThere = {
  chromium: () => existsSync('/usr/bin/chromium') || existsSync(chromium.executablePath()),
  slapd: () => existsSync('/usr/sbin/slapd') || existsSync('/usr/libexec/slapd'),
  'dovecot-imapd': () => existsSync('/usr/sbin/dovecot'),
}
type Program = keyof typeof isThere

const missing = () => (Object.keys(isThere) as Program[]).filter((program) => !isThere[program]())

/** Installs the browser, the LDAP and the IMAP server that the tests need, where that is possible without asking; otherwise says what to do. */
export async function installPrograms(root: string): Promise<void> {
  if (!missing().length) return
  await step(`Installing ${missing().join(' and ')}`, async () => {
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installDebian(missing())
    if (missing().includes('chromium')) await installPlaywrights(root)
  })
  for (const program of missing()) note(`${program} is missing: install it (Debian: sudo apt-get install ${program})`)
}

async function installDebian(programs: Program[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  const { code, output } = await run('apt-get', ['install', '-qy', '--no-install-recommends', ...programs], { env })
  if (code !== 0) note(`apt-get could not install ${programs.join(' and ')}:\n${tail(output, 4)}`)
}

async function installPlaywrights(root: string): Promise<void> {
  const cli = `${root}/node_modules/@playwright/test/cli.js`
  const { code, output } = await run(process.execPath, [cli, 'install', 'chromium'])
  if (code !== 0)
    note(`Playwright's own Chromium could not be fetched (npx playwright install chromium):\n${tail(output, 4)}`)
}

import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

const debian = '/usr/bin/chromium'
const desktop = {
  ...devices['Desktop Chrome'],
  launchOptions: {
    // Debian's where it is installed, otherwise the one that Playwright fetched.
    ...(existsSync(debian) ? { executablePath: debian } : {}),
    args: [
      // Root, as in containers, can have no sandbox; the tests open nothing but this server.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './bin/test/server.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 60 * 60_000,
  forbidOnly: true,
  use: {
    baseURL: process.env.BASE_URL ?? '',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: desktop, testIgnore: 'no-js/**' },
    { name: 'no-js', use: { ...desktop, javaScriptEnabled: false }, testMatch: 'no-js/**/*.spec.ts' },
  ],
})

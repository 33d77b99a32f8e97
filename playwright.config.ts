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
  timeout: 60_000,
  globalTimeout: 60 * 60_000,
  forbidOnly: true,
  use: {
    baseURL: process.env.BASE_URL ?? '',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // What has not come by then does not come; the line that waits is named, not only the test.
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // Whoever sees once what it may not see has seen it: no second try.
    { name: 'access', use: desktop, testMatch: 'access/**/*.spec.ts', retries: 0 },
    { name: 'desktop', use: desktop, testIgnore: ['access/**', 'no-js/**'], retries: 1 },
    { name: 'no-js', use: { ...desktop, javaScriptEnabled: false }, testMatch: 'no-js/**/*.spec.ts', retries: 1 },
  ],
})

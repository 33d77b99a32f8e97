import { defineConfig } from 'vitest/config'

// The condition that React sets for server code: `server-only` is empty under it, and throws without it. No `import` among them:
// these reach Node too, which then would give it to those who `require`.
const conditions = ['react-server', 'node']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{app,bin,e2e,lib,lint}/**/*.test.{ts,tsx}'],
    globalSetup: 'lib/db/testing-cluster.ts',
    pool: 'forks',
    execArgv: ['--conditions=react-server'],
    maxWorkers: 2,
    // It imports `next/server`, which Node finds under no such name; the bundler does.
    server: { deps: { inline: ['next-auth'] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A backend that is killed at the wrong moment makes the driver (postgres 3.4.9) write to the connection that it has just
    // dropped. What was asked is refused all the same; only this throws beside it.
    onUnhandledError: ({ stack }) =>
      !/reading 'write'[\s\S]*nextWrite[\s\S]*postgres\/src\/connection\.js/.test(stack ?? ''),
  },
})

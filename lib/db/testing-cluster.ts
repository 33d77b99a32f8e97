import type { TestProject } from 'vitest/node'
import { startTestDatabase, type TestCluster } from './testing.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Pass it to `createTestDatabase(inject('cluster'))`. */
    cluster: TestCluster
  }
}

/** One PostgreSQL for the whole run. */
export default async function setup(project: TestProject) {
  const { stop, ...cluster } = await startTestDatabase()
  project.provide('cluster', cluster)
  return stop
}

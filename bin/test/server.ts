import { serveDemo } from './demo-server.ts'

/**
 * Serves the production build once for all browser tests. They find it in BASE_URL, its data folder in E2E_DATA_DIR. A BASE_URL set
 * from outside is used as it is.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.BASE_URL) return async () => {}
  const { url, dataDir, stop } = await serveDemo()
  Object.assign(process.env, { BASE_URL: url, E2E_DATA_DIR: dataDir })
  return stop
}

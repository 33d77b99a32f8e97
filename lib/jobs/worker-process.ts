import 'server-only'
import { env } from '../env.ts'
import { startWorker } from './worker.ts'

// A worker in a process of its own, which a test can kill, and hurry.
const hurried = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 }
const worker = await startWorker(env.databaseUrl, ...(process.argv.includes('hurried') ? [hurried] : []))
process.on('message', () => void worker.takeOver())
process.send?.('ready')

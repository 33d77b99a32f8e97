import 'server-only'
import { env } from '../env.ts'
import { startWorker } from './worker.ts'

// A worker in a process of its own, which a test can kill, and hurry.
const worker = await startWorker(env.databaseUrl, 0.5)
process.on('message', () => void worker.takeOver())
process.send?.('ready')

import { handOver } from './prepare/hand-over.mjs'

await handOver('import.ts')

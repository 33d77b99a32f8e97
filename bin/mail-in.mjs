import { handOver } from './prepare/hand-over.mjs'

await handOver('mail-in.ts')

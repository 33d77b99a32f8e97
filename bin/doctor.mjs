import { handOver } from './prepare/hand-over.mjs'

await handOver('doctor.ts')

import { handOver } from './prepare/hand-over.mjs'

await handOver('theme.ts')

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ticketCount } from '../seed/checks.ts'

export type BenchOptions = {
  tickets: number
  /** Seconds per measurement. */
  seconds: number
  connections: number[]
  /** Requests of the memory run; none when 0. */
  memory: number
  dataDir: string
  output: string
  compare: string | undefined
  /** Who signs in, of `bench.largest`, `bench.large` and `bench.small`. */
  contacts: string[]
  /** Only pages whose name contains this. */
  only: string
}

export function readBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      tickets: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '4' },
      connections: { type: 'string', default: '1,8,32' },
      memory: { type: 'string', default: '10000' },
      'data-dir': { type: 'string' },
      output: { type: 'string' },
      compare: { type: 'string' },
      contacts: { type: 'string', default: 'largest,large,small' },
      only: { type: 'string', default: '' },
    },
  })
  const tickets = ticketCount(values.tickets)
  const dataDir = resolve(values['data-dir'] ?? `.data/bench-${tickets}`)
  return {
    tickets,
    seconds: Number(values.seconds),
    connections: values.connections.split(',').map(Number),
    memory: Number(values.memory),
    dataDir,
    output: resolve(values.output ?? `${dataDir}.json`),
    compare: values.compare,
    contacts: values.contacts.split(',').map((name) => `bench.${name}`),
    only: values.only,
  }
}

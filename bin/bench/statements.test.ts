import { expect, test } from 'vitest'
import { parseLog } from './statements.ts'
import { unitsOf } from './units.ts'

const log = `2026-01-02 03:04:05.678 UTC [11] LOG:  parameter "log_statement" changed to "all"
2026-01-02 03:04:05.700 UTC [12] LOG:  execute abc1: select session_viewer($1)
2026-01-02 03:04:05.700 UTC [12] DETAIL:  Parameters: $1 = 'it''s, $2 = NULL'
2026-01-02 03:04:05.701 UTC [12] LOG:  statement: begin
2026-01-02 03:04:05.702 UTC [13] LOG:  execute other: select 1
2026-01-02 03:04:05.703 UTC [12] LOG:  execute abc2: select a
\t  from b
\t  where c = $1 and d = $2
2026-01-02 03:04:05.703 UTC [12] DETAIL:  Parameters: $1 = '{1,2}', $2 = NULL
2026-01-02 03:04:05.704 UTC [12] LOG:  statement: commit
2026-01-02 03:04:05.800 UTC [11] LOG:  statement: alter system set log_statement = 'none'
`

test('reads what was sent from the log, with quotes, nulls and lines', () => {
  expect(parseLog(log).filter(({ connection }) => connection === '12')).toEqual([
    { connection: '12', text: 'select session_viewer($1)', parameters: ["it's, $2 = NULL"] },
    { connection: '12', text: 'begin', parameters: [] },
    { connection: '12', text: 'select a\n  from b\n  where c = $1 and d = $2', parameters: ['{1,2}', null] },
    { connection: '12', text: 'commit', parameters: [] },
  ])
})

test('keeps a transaction together, although another connection speaks in between', () => {
  const shape = unitsOf(parseLog(log)).map(({ transaction, statements }) => [transaction, statements.length])
  expect(shape).toEqual([
    [false, 1],
    [true, 1],
    [false, 1],
  ])
})

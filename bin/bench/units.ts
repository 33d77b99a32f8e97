import type { FloorPage } from './floor.ts'
import type { Statement } from './statements.ts'

type Unit = FloorPage['units'][number]

/** Groups what was sent into transactions, each on its connection, and single statements outside of one. */
export function unitsOf(statements: Statement[]): Unit[] {
  const units: Unit[] = []
  const open = new Map<string, Unit>()
  for (const { connection, text, parameters } of statements) {
    const unit = open.get(connection)
    if (/^\s*begin\b/i.test(text)) {
      const begun: Unit = { transaction: true, statements: [] }
      units.push(begun)
      open.set(connection, begun)
    } else if (/^\s*(commit|rollback)\b/i.test(text)) open.delete(connection)
    else if (unit) unit.statements.push({ text, parameters })
    else units.push({ transaction: false, statements: [{ text, parameters }] })
  }
  return units
}

import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { customerGroups } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { AppError, notFound } from '../errors.ts'
import { themeOfGroup } from './queries.ts'
import { isTheme } from './registry.ts'

type Wearer = { kind: 'customer_group' | 'company'; id: number }

/**
 * What the portal wears for the contacts of a customer group or company, from their next page on; null leaves it to the
 * next in the ladder: company, customer group, host.
 * @throws AppError `not_found`, `invalid` for a theme that is not installed
 */
export function dress(viewer: EngineerViewer, wearer: Wearer, theme: string | null): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    if (theme !== null && !isTheme(theme)) throw new AppError('invalid', { fields: { theme: 'unknown' } })
    const before =
      wearer.kind === 'company' ? await dressCompany(tx, wearer.id, theme) : await dressGroup(tx, wearer.id, theme)
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: `${wearer.kind}.dressed`,
        subjectKind: wearer.kind,
        subjectId: String(wearer.id),
        before: { theme: before },
        after: { theme },
      },
      tx,
    )
  })
}

async function dressGroup(tx: Transaction, id: number, theme: string | null): Promise<string | null> {
  const before = await themeOfGroup(tx, id)
  if (before === undefined) throw notFound()
  await tx.update(customerGroups).set({ theme }).where(eq(customerGroups.id, id))
  return before
}

async function dressCompany(tx: Transaction, id: number, theme: string | null): Promise<string | null> {
  const [company] = await tx
    .execute<{ worn: string | null }>(sql`select dress_company(${id}, ${theme}) as worn`)
    .catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : undefined
      // P0002: no company of this number.
      throw cause instanceof Error && 'code' in cause && cause.code === 'P0002' ? notFound() : error
    })
  return company?.worn ?? null
}

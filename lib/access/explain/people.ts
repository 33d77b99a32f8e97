import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Person } from './question.ts'

export type FoundPerson = Person & { name: string; login: string | null }

const MOST = 20

/** Contacts and engineers by a part of their name or login: at most 20 of either; for administrators, others find nobody. */
export function peopleNamed(viewer: EngineerViewer, words: string): Promise<FoundPerson[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.execute<{ kind: Person['kind']; id: string; name: string; login: string | null }>(
      sql`select kind, person_id as id, name, login from people_named(${words.trim().slice(0, 100)}, ${MOST}) p
        where kind = 'contact' or exists (select from engineers e where e.id = p.person_id and not e.is_track)`,
    )
    return rows.map(({ id, ...person }) => ({ ...person, id: Number(id) }))
  })
}

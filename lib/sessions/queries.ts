import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { asViewer } from '../db/transaction.ts'

export type LivingSession = {
  id: string
  kind: 'contact' | 'engineer'
  owner: number
  person: string
  company: string | null
  login: string | null
  device: string
  address: string | null
  startedAt: Date
  lastUsedAt: Date
  /** The one with which the administrator looks at this page. */
  own: boolean
  cursor: string
}

export type SessionFilter = { q: string; kind: 'contact' | 'engineer' | 'all'; before?: string | undefined }

/** Who is signed in, the latest use first; for administrators, nobody else gets a row. */
export function livingSessions(viewer: EngineerViewer, filter: SessionFilter, size = 50): Promise<LivingSession[]> {
  const place = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(filter.before ?? '')
  return asViewer(viewer, async (tx) => {
    const rows = await tx.execute<Record<string, string | null>>(sql`
      select session_id as id, contact_id as contact, engineer_id as engineer, person, company, login, device, address,
        extract(epoch from started_at) * 1000 as started, extract(epoch from last_used_at) * 1000 as used,
        (extract(epoch from last_used_at) * 1000000)::bigint || '.' || session_id as cursor
      from living_sessions(${filter.q.slice(0, 100)}, ${filter.kind},
        timestamptz 'epoch' + ${place?.[1] ?? null}::bigint * interval '1 microsecond', ${place?.[2] ?? null}::uuid, ${size + 1}::int)`)
    return rows.map((row) => ({
      id: String(row.id),
      kind: row.contact === null ? 'engineer' : 'contact',
      owner: Number(row.contact ?? row.engineer),
      person: row.person ?? '',
      company: row.company ?? null,
      login: row.login ?? null,
      device: row.device ?? '',
      address: row.address ?? null,
      startedAt: new Date(Number(row.started)),
      lastUsedAt: new Date(Number(row.used)),
      own: row.id === viewer.session,
      cursor: String(row.cursor),
    }))
  })
}

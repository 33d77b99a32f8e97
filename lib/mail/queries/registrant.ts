import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { outbox, registrations } from '#lib/db/schema/index.ts'
import { asSystem } from '#lib/jobs/as.ts'

export type Registrant = {
  id: number
  name: string
  email: string
  locale: string | null
  /** Where it registered, if that is a host of the table. */
  host: string | null
  theme: string | null
  reason: string | null
  isOver: boolean
}

/** Who registered, for a mail to somebody without an account; null where the registration is gone. */
export function registrantOf(mail: number): Promise<Registrant | null> {
  return asSystem(async (tx) => {
    const [found] = await tx
      .select({
        id: registrations.id,
        name: registrations.name,
        email: registrations.email,
        locale: registrations.locale,
        host: sql<string | null>`(select h from unnest(host_names()) h where h = ${registrations.host})`,
        theme: sql<string | null>`theme_of_host(${registrations.host})`,
        reason: registrations.reason,
        isOver: sql<boolean>`${registrations.expiresAt} <= now()`,
      })
      .from(outbox)
      .innerJoin(registrations, eq(registrations.id, outbox.registrationId))
      .where(eq(outbox.id, mail))
    return found ?? null
  })
}

import 'server-only'
import { sql } from 'drizzle-orm'
import { hostName } from '#lib/auth/host.ts'
import { passwordsAreKeptHere } from '#lib/auth/methods.ts'
import { asNobody } from '#lib/db/transaction.ts'
import type { DataField } from '#lib/groups/data-model.ts'
import { askedFields, type RegistrationForm } from '../form.ts'

type Row = {
  customer_group: string
  key: string
  labels: Record<string, string>
  contact_name: string | null
  asked: string[]
  consent: Record<string, string> | null
  consent_link: string | null
  fields: DataField[]
}

/** The customer groups in which people may register themselves at this host, for everybody; none where no password is kept here. */
export async function registrationForms(host: string): Promise<RegistrationForm[]> {
  if (!(await passwordsAreKeptHere('contact'))) return []
  const rows = await asNobody((db) => db.execute<Row>(sql`select * from registration_forms(${hostName(host)})`))
  return rows.map((row) => ({
    id: Number(row.customer_group),
    key: row.key,
    labels: row.labels,
    contactName: row.contact_name,
    fields: askedFields(row.fields, row.asked, row.contact_name),
    consent: row.consent && Object.keys(row.consent).length > 0 ? row.consent : null,
    consentLink: row.consent_link,
  }))
}

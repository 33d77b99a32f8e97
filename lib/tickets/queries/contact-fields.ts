import 'server-only'
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PortalViewer, SignedInViewer } from '#lib/access/viewer.ts'
import { contactDetails, contacts } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { FieldProblems } from '#lib/errors.ts'
import type { FormField } from '../field-input.ts'

/** As many as a list of suggestions bears. */
const SUGGESTED = 100

/** Whom a contact field of this ticket's form suggests: the people of its company, or of the viewer's own. */
export async function suggestedContacts(
  tx: Transaction,
  viewer: PortalViewer | SignedInViewer,
  fields: FormField[],
  company: number | null,
): Promise<string[]> {
  if (!fields.some(({ type }) => type === 'contact')) return []
  const own = viewer.kind === 'engineer' ? company : viewer.company
  if (own === null) return []
  const found = await tx
    .select({ id: contacts.id, name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.companyId, own), eq(contacts.active, true)))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(SUGGESTED)
  return found.map((one) => {
    const alone = found.every(({ id, name }) => id === one.id || name !== one.name)
    return alone ? one.name : numbered(one)
  })
}

/** A name that several have is told apart by the number. */
const numbered = ({ id, name }: { id: number; name: string }) => `${name} #${id}`

/**
 * Puts the contact in the place of the text that names it: by name, with its number where several have that name, and by
 * address for engineers. Only whom the viewer may know (the policies decide) can be named.
 */
export async function resolveContacts(
  tx: Transaction,
  viewer: SignedInViewer,
  fields: FormField[],
  values: Map<number, unknown>,
): Promise<FieldProblems> {
  const problems: FieldProblems = {}
  for (const field of fields.filter(({ type }) => type === 'contact')) {
    const text = values.get(field.id)
    if (typeof text !== 'string') continue
    const found = await named(tx, viewer, text)
    const [one, other] = found
    if (one && !other) values.set(field.id, one.id)
    else problems[field.key] = one ? 'fieldContactMany' : 'fieldContact'
  }
  return problems
}

function named(tx: Transaction, viewer: SignedInViewer, text: string): Promise<{ id: number }[]> {
  const number = /#(\d{1,15})$/.exec(text)?.[1]
  return tx
    .select({ id: contacts.id })
    .from(contacts)
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .where(and(eq(contacts.active, true), number ? eq(contacts.id, Number(number)) : meant(viewer, text)))
    .limit(2)
}

function meant(viewer: SignedInViewer, text: string): SQL | undefined {
  if (viewer.kind === 'engineer') {
    const group = sql`${contacts.customerGroupId} = any (viewer_ids('read_groups'))`
    return or(and(group, eq(contacts.name, text)), sql`lower(${contactDetails.email}) = lower(${text})`)
  }
  const own = viewer.company === null ? eq(contacts.id, viewer.contact) : eq(contacts.companyId, viewer.company)
  return and(own, sql`lower(${contacts.name}) = lower(${text})`)
}

/** A contact's name by its number, to whom it may be told; in an expression over the value `v.value` of field `f`. */
export function contactNameOf(ticketId: SQL): SQL {
  return sql`case when f.type = 'contact' and jsonb_typeof(v.value) = 'number'
    then to_jsonb(coalesce((select c.name from contacts c where c.id = (v.value #>> '{}')::bigint),
      contact_name_on_ticket((v.value #>> '{}')::bigint, ${ticketId})))
    else v.value end`
}

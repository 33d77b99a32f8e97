import 'server-only'
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { fieldValues } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { fieldsOfQueue } from '#lib/queues/queries.ts'
import type { FormField } from '../field-input.ts'

/** A field of a form with the value that the ticket has now, undefined where it has none; a `contact` also by name. */
export type HeldField = FormField & { exposed: boolean; value: unknown; contact: string | null }

type Asked = { ticket: number | null; queue: number; locale: string; keys?: readonly string[] }

/**
 * The fields of a queue that the viewer may fill in, in the administrator's order, with what the ticket has: all for an
 * engineer, those with exposure `full` for a customer (V6). A field that depends on one which is not asked for is left
 * out, and so is a retired choice that the ticket does not have.
 */
export async function askedFields(
  tx: Transaction,
  viewer: SignedInViewer,
  { ticket, queue, locale, keys }: Asked,
): Promise<HeldField[]> {
  const all = await fieldsOfQueue(tx, queue, locale)
  const held =
    ticket === null
      ? []
      : await tx
          .select({ fieldId: fieldValues.fieldId, value: fieldValues.value, contact: contactNamed })
          .from(fieldValues)
          .where(eq(fieldValues.ticketId, ticket))
  const fields = all
    .filter(({ exposure, key }) => (viewer.kind === 'engineer' || exposure === 'full') && (!keys || keys.includes(key)))
    .map(({ exposure, options, ...field }) => {
      const { value, contact = null } = held.find(({ fieldId }) => fieldId === field.id) ?? {}
      const kept = [value].flat()
      return {
        ...field,
        options: options?.filter((option) => !option.retired || kept.includes(option.value)) ?? null,
        exposed: exposure !== 'none',
        value,
        contact,
      }
    })
  return fields.filter(({ condition }) => !condition || fields.some(({ key }) => key === condition.field))
}

const contactNamed = sql<string | null>`(select c.name from contacts c
  where c.id = case when jsonb_typeof(${fieldValues}.value) = 'number' then (${fieldValues}.value #>> '{}')::bigint end)`

/** Stands for what a form started with, so that nobody overwrites what somebody else wrote meanwhile. */
export function versionOf(subject: string, fields: readonly HeldField[]): string {
  const held = fields.map(({ key, value }) => [key, value])
  return createHash('sha256')
    .update(JSON.stringify([subject, held]))
    .digest('base64url')
    .slice(0, 22)
}

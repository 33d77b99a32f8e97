import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { engineers, templates } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { problemIn } from '../check.ts'
import type { TemplateInput, TextName } from '../input.ts'
import { textOf } from '../queries/texts.ts'
import { enqueueMail } from './enqueue.ts'

/**
 * Keeps a mail's text in a language.
 * @throws AppError `invalid` with field, line and message; `conflict` where it changed since it was opened
 */
export function saveText(
  viewer: EngineerViewer,
  { key, locale, subject, body, version }: TemplateInput,
): Promise<void> {
  const problem = problemIn(key, { subject, body })
  if (problem) {
    const { field, line, message } = problem
    throw new AppError('invalid', { fields: { [field]: 'line' }, detail: { line, message } })
  }
  return asViewer(viewer, async (tx) => {
    const before = await heldText(tx, { key, locale }, version)
    await tx
      .insert(templates)
      .values({ key, locale, subject, body })
      .onConflictDoUpdate({ target: [templates.key, templates.locale], set: { subject, body, changedAt: sql`now()` } })
    await note(tx, viewer, { key, locale }, 'template.change', before, { subject, body })
  })
}

/** Takes the delivered text again. */
export function resetText(viewer: EngineerViewer, name: TextName): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const before = await textOf(tx, name.key, name.locale)
    await tx.delete(templates).where(and(eq(templates.key, name.key), eq(templates.locale, name.locale)))
    await note(tx, viewer, name, 'template.reset', before, await textOf(tx, name.key, name.locale))
  })
}

/** A mail with example values to the viewer's own address. @throws AppError `conflict` without one */
export function sendTestMail(viewer: EngineerViewer, { key, locale }: TextName): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx.select({ email: engineers.email }).from(engineers).where(eq(engineers.id, viewer.engineer))
    if (!own?.email) throw new AppError('conflict', { detail: { reason: 'noAddress' } })
    await enqueueMail(tx, { template: key, engineerId: viewer.engineer, payload: { test: 'yes', locale } })
  })
}

/** The text before, where nobody changed it since `version`. */
async function heldText(tx: Transaction, { key, locale }: TextName, version: string) {
  const [held] = await tx
    .select({ changedAt: templates.changedAt })
    .from(templates)
    .where(and(eq(templates.key, key), eq(templates.locale, locale)))
    .for('update')
  if ((held?.changedAt.toISOString() ?? '') !== version)
    throw new AppError('conflict', { detail: { reason: 'conflict' } })
  return textOf(tx, key, locale)
}

function note(
  tx: Transaction,
  viewer: EngineerViewer,
  { key, locale }: TextName,
  action: string,
  before: object,
  after: object,
): Promise<void> {
  const subject = { subjectKind: 'template', subjectId: `${key} ${locale}` }
  return record({ actorKind: 'engineer', actorId: viewer.engineer, action, ...subject, before, after }, tx)
}

import 'server-only'
import type { ContactViewer, EngineerViewer, SignedInViewer } from '#lib/access/viewer.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { askedFields, type HeldField, versionOf } from './ticket-fields.ts'
import { type TicketHead, ticketHead } from './ticket-head.ts'

export type EditForm = TicketHead & { fields: HeldField[]; version: string }

/** @throws AppError `not_found`, `forbidden` without write */
export function deskEditForm(
  viewer: EngineerViewer,
  number: number,
  locale: string,
): Promise<EditForm & { nav: DeskNav }> {
  return asViewer(viewer, async (tx) => ({
    ...(await formOf(tx, viewer, number, locale)),
    nav: await deskNav(tx, viewer, locale),
  }))
}

/** The fields with exposure `full`. @throws AppError `not_found`, `forbidden` without write or with a read-only share */
export function customerEditForm(viewer: ContactViewer, number: number, locale: string): Promise<EditForm> {
  return asViewer(viewer, (tx) => formOf(tx, viewer, number, locale))
}

async function formOf(tx: Transaction, viewer: SignedInViewer, number: number, locale: string): Promise<EditForm> {
  const ticket = await ticketHead(tx, number, locale)
  if (!ticket.mayWrite) throw new AppError('forbidden')
  const fields = await askedFields(tx, viewer, { ticket: ticket.id, queue: ticket.queueId, locale })
  return { ...ticket, fields, version: versionOf(ticket.subject, fields) }
}

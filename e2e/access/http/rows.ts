import type { Row } from './row.ts'
import { actionRows } from './rows/actions.ts'
import { adminRows } from './rows/admin.ts'
import { adminCustomerActions, adminCustomerRows } from './rows/admin-customers.ts'
import { peopleActionRows, peopleRows } from './rows/admin-people.ts'
import { adminQueueActions, adminQueueRows } from './rows/admin-queues.ts'
import { sourceActionRows, sourceRows } from './rows/admin-sources.ts'
import { contactActionRows, contactRows } from './rows/contacts.ts'
import { deskRows } from './rows/desk.ts'
import { deskTextActions, deskTextRows } from './rows/desk-texts.ts'
import { deskTicketActions, deskTicketRows } from './rows/desk-tickets.ts'
import { explainRows } from './rows/explain.ts'
import { factorActionRows, factorRows } from './rows/factors.ts'
import { fileRows } from './rows/files.ts'
import { formRows } from './rows/forms.ts'
import { importActionRows, importRows } from './rows/import.ts'
import { mailActionRows, mailRows } from './rows/mail.ts'
import { mailInActions, mailInRows } from './rows/mail-in.ts'
import { openRows } from './rows/open.ts'
import { operationActionRows, operationRows } from './rows/operation.ts'
import { ownActionRows, ownRows } from './rows/own-account.ts'
import { peopleOnTicketActions, peopleOnTicketRows } from './rows/people.ts'
import { portalRows } from './rows/portal.ts'
import { registrationActions, registrationRows } from './rows/registration.ts'
import { stepActions, stepRows } from './rows/steps.ts'
import { viewingActionRows, viewingRows } from './rows/viewing.ts'
import { wayInActionRows, wayInRows } from './rows/ways-in.ts'

/** One row for each way in that the build has: how to call it, and what the oracle decides. */
export const readingRows: readonly Row[] = [
  ...openRows,
  ...portalRows,
  ...stepRows,
  ...deskRows,
  ...deskTicketRows,
  ...deskTextRows,
  ...peopleOnTicketRows,
  ...contactRows,
  ...adminRows,
  ...peopleRows,
  ...sourceRows,
  ...adminQueueRows,
  ...adminCustomerRows,
  ...explainRows,
  ...viewingRows,
  ...importRows,
  ...operationRows,
  ...mailRows,
  ...mailInRows,
  ...registrationRows,
  ...wayInRows,
  ...factorRows,
  ...ownRows,
  ...fileRows,
]

/** @param idOf the id that the build gave an action */
export const writingRows = (idOf: (action: string) => string): readonly Row[] => [
  ...formRows,
  ...actionRows(idOf),
  ...stepActions(idOf),
  ...deskTicketActions(idOf),
  ...deskTextActions(idOf),
  ...peopleOnTicketActions(idOf),
  ...contactActionRows(idOf),
  ...peopleActionRows(idOf),
  ...sourceActionRows(idOf),
  ...adminQueueActions(idOf),
  ...adminCustomerActions(idOf),
  ...viewingActionRows(idOf),
  ...importActionRows(idOf),
  ...operationActionRows(idOf),
  ...mailActionRows(idOf),
  ...mailInActions(idOf),
  ...registrationActions(idOf),
  ...wayInActionRows(idOf),
  ...factorActionRows(idOf),
  ...ownActionRows(idOf),
]

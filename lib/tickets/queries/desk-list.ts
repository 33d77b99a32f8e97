import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { pageOf } from '../view.ts'
import { type CustomerPicks, customersNamed, onlyPick } from './customer-picks.ts'
import { type DeskChoices, deskChoices } from './desk-choices.ts'
import { deskIds } from './desk-narrowing.ts'
import { type DeskNav, type DeskQueue, deskNav } from './desk-nav.ts'
import { readsUpwards } from './desk-order.ts'
import { deskRows } from './desk-rows.ts'
import type { DeskRow, DeskView } from './desk-view.ts'

export type DeskListPage = {
  nav: DeskNav
  rows: DeskRow[]
  /** Places in the list for the addresses of the pages beside this one. */
  newer: string | undefined
  older: string | undefined
  /** Only so many tickets were looked at, and there may be more that fit beyond them. */
  partial: boolean
  queue: DeskQueue | undefined
  choices: DeskChoices
  /** Whom the words of the customer filter may mean, where one of them has to be chosen before there is a list. */
  picks: CustomerPicks | undefined
  /** The view that was really shown: a queue that the engineer may not read is as unknown as one that does not exist. */
  view: DeskView
}

/** A page of an engineer's list in the order of its view, with the navigation beside it; in one transaction. */
export function deskList(viewer: EngineerViewer, asked: DeskView, locale: string, size = 50): Promise<DeskListPage> {
  return asViewer(viewer, async (tx) => {
    const nav = await deskNav(tx, viewer, locale)
    const queue = nav.queues.find(({ key }) => key === asked.queue)
    const found = asked.customer === undefined ? undefined : await customersNamed(tx, asked.customer)
    const only = found && onlyPick(found)
    const view = { ...asked, queue: queue?.key, ...only }
    const choices = await deskChoices(tx, viewer, { queueId: queue?.id, view, locale })
    const page = { nav, queue, view, choices, picks: undefined }
    if (found && !only) return { ...page, picks: found, rows: [], newer: undefined, older: undefined, partial: false }
    const { ids, end } = await deskIds(tx, { viewer, view, queueId: queue?.id, limit: size + 1 })
    const rows = await deskRows(tx, { viewer, view, locale }, ids)
    const upwards = readsUpwards(view)
    const beyond = upwards ? { newer: end } : { older: end }
    return {
      ...page,
      ...pageOf(rows, size, { before: view.before, after: upwards }),
      ...(end ? beyond : {}),
      partial: end !== undefined,
    }
  })
}

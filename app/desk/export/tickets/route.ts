import { getLocale } from 'next-intl/server'
import { columnLabels } from '#app/desk/labels.ts'
import { notFound } from '#lib/errors.ts'
import { csvDownload } from '#lib/export/csv.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { beginTicketExport, exportedTickets } from '#lib/tickets/queries/desk-export.ts'
import { deskViewShape } from '#lib/tickets/queries/desk-view.ts'

/** The list that the address names, from its first page to its end, as CSV; read piece by piece while it is sent. */
export const GET = defineRoute(async (viewer, request) => {
  if (viewer.kind !== 'engineer') throw notFound()
  const view = deskViewShape.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [locale, labels, t] = await Promise.all([getLocale(), columnLabels(), getTranslations()])
  await beginTicketExport(viewer, view)

  async function* rows() {
    if (viewer.kind !== 'engineer') return
    yield [
      ...[t('tickets.columnNumber'), t('tickets.columnSubject'), labels.queue, labels.status],
      ...[labels.customer, t('desk.company'), labels.engineer, labels.created, labels.activity, labels.due],
    ]
    for await (const one of exportedTickets(viewer, view, locale)) {
      yield [
        ...[one.number, one.subject, one.queue, one.status],
        ...[one.owner, one.company, one.engineer, one.createdAt, one.activityAt, one.isOpen ? one.dueAt : null],
      ]
    }
  }
  return csvDownload(rows(), 'tickets.csv')
})

import { History } from '#app/parts/history.tsx'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { CustomerTicket } from '#lib/tickets/queries/ticket.ts'

export async function TicketHistory({ ticket, viewer }: { ticket: CustomerTicket; viewer: PortalViewer }) {
  const t = await getTranslations('ticket')
  const { entries, olderBefore } = ticket.history
  return (
    <History
      title={t('history')}
      older={olderBefore === undefined ? undefined : `${paths.ticket(ticket.number)}?before=${olderBefore}`}
      entries={entries}
      attachments={ticket.attachments}
      present={(entry) => ({
        tone: entry.authorKind === 'contact' ? 'customer' : 'agent',
        author: entry.authorContactId === viewer.contact ? t('you') : entry.authorName,
        label:
          entry.authorKind === 'engineer'
            ? t('fromCompany')
            : entry.authorContactId === viewer.contact
              ? undefined
              : t('fromCustomer'),
      })}
    />
  )
}

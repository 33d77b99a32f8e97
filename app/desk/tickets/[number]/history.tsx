import { History } from '#app/parts/history.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'

/** The whole history; what the customer cannot read looks different and says so. */
export async function DeskHistory({ ticket: { number, history, attachments } }: { ticket: DeskTicket }) {
  const t = await getTranslations()
  return (
    <>
      {history.olderBefore ? (
        <a href={paths.deskTicketBefore(number, history.olderBefore)}>{t('ticket.historyOlder')}</a>
      ) : null}
      <History
        title={t('ticket.history')}
        entries={history.entries}
        attachments={attachments}
        present={({ authorKind, authorName, customerVisible, textClass }) => {
          if (!customerVisible) {
            return { tone: 'internal', author: authorName, label: `${textClass} · ${t('desk.invisible')}` }
          }
          return authorKind === 'contact'
            ? { tone: 'customer', author: authorName, label: t('ticket.fromCustomer') }
            : { tone: 'agent', author: authorName, label: textClass }
        }}
      />
    </>
  )
}

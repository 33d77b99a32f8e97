import { History } from '#app/parts/history.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type DeskTicket, HISTORY_PARTS, type HistoryPart } from '#lib/tickets/queries/desk-ticket.ts'
import { Tabs } from '#lib/ui/tabs.tsx'

/** The history, or a part of it; what the customer cannot read looks different and says so. */
export async function DeskHistory({ ticket, part }: { ticket: DeskTicket; part: HistoryPart }) {
  const t = await getTranslations()
  const { number, history, attachments, merged } = ticket
  const show = part === 'all' ? undefined : part
  const words = {
    all: t('deskTicket.partAll'),
    conversation: t('deskTicket.partConversation'),
    internal: t('deskTicket.partInternal'),
    changes: t('deskTicket.partChanges'),
  }
  const origin = (ticketId: number) => merged.find(({ id }) => id === ticketId)
  return (
    <>
      <Tabs
        label={t('deskTicket.part')}
        tabs={HISTORY_PARTS.map((one) => ({
          href: paths.deskPart('tickets', number, { show: one === 'all' ? undefined : one }),
          label: words[one],
          current: one === part,
        }))}
      />
      {history.olderBefore ? (
        <a href={paths.deskPart('tickets', number, { show, before: String(history.olderBefore) })}>
          {t('ticket.historyOlder')}
        </a>
      ) : null}
      {history.entries.length === 0 ? <p>{t('ticket.historyEmpty')}</p> : null}
      <History
        title={t('ticket.history')}
        entries={history.entries}
        attachments={attachments}
        present={({ authorKind, authorName, customerVisible, ticketId, ...entry }) => {
          const from = origin(ticketId)
          const label = (...parts: string[]) =>
            [...parts, ...(from ? [t('deskTicket.fromTicket', { number: String(from.number) })] : [])].join(' · ')
          const mark = { text: entry.textClass, icon: entry.textClassIcon, tone: entry.textClassColour }
          if (!customerVisible) return { tone: 'internal', author: authorName, mark, label: label(t('desk.invisible')) }
          return authorKind === 'contact'
            ? { tone: 'customer', author: authorName, label: label(t('ticket.fromCustomer')) }
            : { tone: 'agent', author: authorName, mark, label: label() }
        }}
      />
    </>
  )
}

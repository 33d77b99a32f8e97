import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** What the submit before this page did. */
export async function Done({ done, ticket }: { done: string | undefined; ticket: DeskTicket }) {
  const t = await getTranslations()
  if (done === 'answer') return <Notice tone="success">{t('desk.entryAddedVisible')}</Notice>
  if (done === 'note') return <Notice tone="success">{t('desk.entryAddedInternal')}</Notice>
  if (done === 'activity')
    return <Notice tone="success">{t('ticket.activityExecuted', { activity: ticket.status })}</Notice>
  if (done === 'assigned' && ticket.engineer) {
    return <Notice tone="success">{t('desk.assigned', { name: ticket.engineer })}</Notice>
  }
  return null
}

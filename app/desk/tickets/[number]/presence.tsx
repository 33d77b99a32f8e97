import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** Whether a colleague is writing at this moment, so that the customer does not get two answers. */
export async function Writing({ names }: { names: string[] }) {
  const t = await getTranslations('deskTicket')
  if (names.length === 0) return null
  return <Notice tone="warning">{t('writing', { names: names.join(', '), count: names.length })}</Notice>
}

/** Whether the customer knows the latest that it may read, and whether it waits for us. */
export async function CustomerKnows({ ticket }: { ticket: DeskTicket }) {
  const t = await getTranslations('deskTicket')
  const { contact: name, seenByCustomerAt, customerActivityAt, waiting, faq } = ticket
  if (!name || faq) return null
  if (waiting) return <p data-part="meta">{t('waiting')}</p>
  if (!seenByCustomerAt) return <p data-part="meta">{t('neverSeen', { name })}</p>
  return <p data-part="meta">{seenByCustomerAt >= customerActivityAt ? t('seen', { name }) : t('notSeen', { name })}</p>
}

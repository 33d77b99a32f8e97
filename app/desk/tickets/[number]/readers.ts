import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'

/** Who will read what is being written, in one sentence. */
export async function readersOf({ faq, contact, participants, shares }: DeskTicket, visible: boolean): Promise<string> {
  const t = await getTranslations('deskTicket')
  if (!visible) return t('readersDesk')
  if (faq) return t('readersFaq')
  if (!contact) return t('readersNobody')
  return t('readers', { name: contact, more: participants.length + shares.filter(({ holds }) => holds).length })
}

import { getMessages } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { MailInRow } from '#lib/mail-in/queries/list.ts'

export const TONE: Record<MailInRow['state'], 'success' | 'info' | 'low' | 'warning'> = {
  held: 'warning',
  taken: 'success',
  noted: 'info',
  stopped: 'low',
  discarded: 'low',
}

/** What is said of a mail that came in. */
export async function mailInWords() {
  const t = await getTranslations('mailIn')
  const reasons: Record<string, string> = (await getMessages()).mailIn.reasons
  return {
    reason: (key: string | null) => (key && Object.hasOwn(reasons, key) ? String(reasons[key]) : (key ?? '')),
    sender: ({ sender, senderName }: Pick<MailInRow, 'sender' | 'senderName'>) =>
      [senderName, senderName && sender ? `<${sender}>` : sender].filter(Boolean).join(' ') || t('unknownSender'),
  }
}

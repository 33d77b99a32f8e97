import { getTranslations } from '#lib/i18n/translations.ts'
import { isMailKey, kindOf, type MailKey } from '#lib/mail/kinds.ts'
import type { MailRow, MailState } from '#lib/mail/queries/queue.ts'

const PROBLEMS = [
  'address',
  'refused',
  'busy',
  'unreachable',
  'signIn',
  'slow',
  'template',
  'fault',
  'invisible',
  'unwanted',
  'noAddress',
  'late',
  'noAccess',
  'quiet',
  'digest',
  'rate',
  'certificate',
  'bounced',
] as const

export const TONE: Record<MailState, 'success' | 'danger' | 'info' | 'low'> = {
  pending: 'info',
  sent: 'success',
  collected: 'low',
  failed: 'danger',
  skipped: 'low',
}

/** Somebody who has an address and is nobody yet. */
const isToRegistrant = (template: MailKey) => kindOf(template).about === 'registration'

/** What the keys in the queue are called. */
export async function mailWords() {
  const t = await getTranslations()
  return {
    template: (key: string) => (isMailKey(key) ? t(`templates.names.${key}`) : key),
    problem: (key: string | null) => {
      const known = PROBLEMS.find((one) => one === key)
      return known ? t(`mail.problems.${known}`) : (key ?? '')
    },
    recipient: ({ recipient, template }: Pick<MailRow, 'recipient' | 'template'>) =>
      recipient ?? (isMailKey(template) && isToRegistrant(template) ? t('mail.registrant') : t('mail.hidden')),
  }
}

import { getMessages } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'

/** The icons that suit a queue or a text class, by their names; one that is stored and not among them stays possible. */
export async function iconChoice(value: string): Promise<RecordFieldSpec> {
  const [t, messages] = await Promise.all([getTranslations('queues.basics'), getMessages()])
  const options = Object.entries(messages.queues.icons).map(([name, label]) => ({ value: name, label }))
  const known = options.some((option) => option.value === value)
  return {
    kind: 'select',
    name: 'icon',
    label: t('icon'),
    options: known ? options : [...options, { value, label: value }],
    value,
  }
}

import { getTranslations } from '#lib/i18n/translations.ts'
import type { Choice } from '#lib/ui/choices.tsx'

/** The answers to a field of yes and no. Where none is needed, none can be chosen again, and text browsers tick nothing else. */
export async function yesOrNo(required: boolean): Promise<Choice[]> {
  const t = await getTranslations('common')
  const none = required ? [] : [{ value: '', label: t('notGiven') }]
  return [{ value: 'on', label: t('yes') }, { value: 'off', label: t('no') }, ...none]
}

import { getMessages } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFormWords } from '#lib/ui/record-form.tsx'

/** The words of a form; `problems` says more exactly than the common ones what is wrong, by the problem's key. */
export async function formWords(submit: string, problems: Record<string, string> = {}): Promise<RecordFormWords> {
  const [t, messages] = await Promise.all([getTranslations(), getMessages()])
  const codes = Object.entries(messages.errors).map(([code, { text }]) => [code, text])
  return {
    submit,
    summary: t('form.summary'),
    problems: { ...messages.form.problems, ...problems },
    codes: Object.fromEntries(codes),
  }
}

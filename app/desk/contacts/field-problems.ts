import { getTranslations } from '#lib/i18n/translations.ts'

/** What may be wrong with a field of the data model, in words. */
export async function fieldProblems(): Promise<Record<string, string>> {
  const t = await getTranslations('contacts.problems')
  return {
    fieldNumber: t('fieldNumber'),
    fieldDate: t('fieldDate'),
    fieldChoice: t('fieldChoice'),
    fieldInvalid: t('fieldInvalid'),
    fieldMissing: t('fieldMissing'),
  }
}

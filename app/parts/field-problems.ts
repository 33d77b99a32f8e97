import { getTranslations } from '#lib/i18n/translations.ts'

/** What can be wrong with a queue's fields, in words that stand at the field. */
export async function fieldProblems(): Promise<Record<string, string>> {
  const t = await getTranslations()
  return {
    fieldMissing: t('form.problems.missing'),
    fieldNumber: t('form.problems.number'),
    fieldDate: t('form.problems.date'),
    fieldChoice: t('form.problems.unknown'),
    fieldContact: t('form.problems.unknown'),
    fieldContactMany: t('deskTicket.contactMany'),
    fieldInvalid: t('form.problems.invalid'),
    commentMissing: t('form.problems.missing'),
    commentTooLong: t('form.problems.tooLong'),
    changedMeanwhile: t('deskTicket.changedMeanwhile'),
  }
}

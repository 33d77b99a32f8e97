import { getLocale } from 'next-intl/server'
import type { Draft } from '#lib/drafts/queries.ts'
import { isErrorCode } from '#lib/errors.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { settings } from '#lib/settings/queries.ts'
import { BODY_MAX, SUBJECT_MAX } from '#lib/tickets/input.ts'
import type { FieldError } from '#lib/ui/error-summary.tsx'

/** What was wrong with a draft at its last try, in words; `fieldLabels` name the queue's own fields. */
export async function draftErrors(
  draft: Draft | undefined,
  fieldLabels: Record<string, string> = {},
): Promise<FieldError[]> {
  const problem = draft?.problem
  if (!problem) return []
  const fields = Object.entries(problem.fields ?? {})
  if (fields.length) return Promise.all(fields.map(([name, reason]) => fieldError(name, reason, fieldLabels)))
  return [{ name: 'files', message: await wholeFormError(problem) }]
}

async function fieldError(name: string, reason: string, labels: Record<string, string>): Promise<FieldError> {
  const t = await getTranslations()
  const label = labels[name.replace(/^field\./, '')]
  if (name.startsWith('field.') && label !== undefined) {
    const field = { field: label }
    const worded: Record<string, string> = {
      fieldMissing: t('create.fieldMissing', field),
      fieldNumber: t('create.fieldNumber', field),
      fieldDate: t('create.fieldDate', field),
      fieldChoice: t('create.fieldChoice', field),
      fieldContact: t('create.fieldContact', field),
      fieldContactMany: t('create.fieldContactMany', field),
    }
    return { name, message: worded[reason] ?? t('create.fieldInvalid', field) }
  }
  const worded: Record<string, string> = {
    commentMissing: t('ticket.commentMissing'),
    commentTooLong: t('ticket.commentTooLong', { max: BODY_MAX }),
    commentClosed: t('ticket.commentClosed'),
    subjectMissing: t('create.subjectMissing'),
    subjectTooLong: t('create.subjectTooLong', { max: SUBJECT_MAX }),
    descriptionMissing: t('create.descriptionMissing'),
    noClass: t('deskTicket.newNoClass'),
  }
  return { name, message: worded[reason] ?? t('errors.invalid.text') }
}

async function wholeFormError({ code, detail = {} }: NonNullable<Draft['problem']>): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  if (code === 'too_large' && detail.name !== undefined) {
    const limit = (await settings('attachment.max_megabytes'))['attachment.max_megabytes']
    return t('upload.tooLarge', { name: String(detail.name), size: formatsFor(locale).bytes(limit * 1024 * 1024) })
  }
  if (code === 'storage_full' && detail.name !== undefined)
    return t('upload.storageFull', { name: String(detail.name) })
  if (code === 'too_many' && detail.limit !== undefined) return t('upload.tooMany', { count: Number(detail.limit) })
  return t(`errors.${isErrorCode(code) ? code : 'unexpected'}.text`)
}

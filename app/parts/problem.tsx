import { getTranslations } from 'next-intl/server'
import { isErrorCode } from '#lib/errors.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** Why the submit before this page was refused. */
export async function Problem({ code = '' }: { code: string | undefined }) {
  const t = await getTranslations()
  if (!isErrorCode(code)) return null
  const worded: Partial<Record<typeof code, string>> = {
    conflict: t('ticket.activityGone'),
    invalid: t('ticket.commentMissing'),
  }
  return <Notice tone="danger">{worded[code] ?? t(`errors.${code}.text`)}</Notice>
}

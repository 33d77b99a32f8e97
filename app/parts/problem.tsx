import { type ErrorCode, isErrorCode } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** Why the submit before this page was refused; `words` say it where the page knows better than the code. */
export async function Problem({
  code = '',
  words,
}: {
  code: string | undefined
  words: Partial<Record<ErrorCode, string>>
}) {
  const t = await getTranslations()
  if (!isErrorCode(code)) return null
  return <Notice tone="danger">{words[code] ?? t(`errors.${code}.text`)}</Notice>
}

import type { Draft } from '#lib/drafts/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { ErrorSummary, type FieldError } from '#lib/ui/error-summary.tsx'
import { Notice } from '#lib/ui/notice.tsx'

/** Above a form: what was wrong at the last try, or that it shows what was kept from last time. */
export async function DraftProblem({ draft, errors }: { draft: Draft | undefined; errors: FieldError[] }) {
  const t = await getTranslations()
  if (!draft) return null
  if (!draft.problem) return hasContent(draft) ? <Notice>{t('upload.draftRestored')}</Notice> : null
  return (
    <div id="problem">
      <ErrorSummary title={t('common.errorSummary')} errors={errors} />
    </div>
  )
}

/** What a form sends besides what somebody wrote. */
const settled = ['key', 'textClass', 'canned', 'notify']

function hasContent({ values, files }: Draft): boolean {
  return (
    files.length > 0 ||
    Object.entries(values).some(([name, value]) => !settled.includes(name) && String(value).trim() !== '')
  )
}

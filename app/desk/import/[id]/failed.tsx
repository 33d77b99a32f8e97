import { getTranslations } from '#lib/i18n/translations.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { fileProblemText } from './words.ts'

/** Why it stopped, and what was kept. */
export async function Failed({ record }: { record: ImportRecord }) {
  const t = await getTranslations('import')
  const { counts, options, problem } = record
  const written = (counts?.created ?? 0) + (counts?.changed ?? 0)
  const mode = options.mode === 'rows' && record.done > 0 ? 'rows' : 'all'
  return (
    <Notice tone="danger">
      <p>{t('failedText', { reason: await fileProblemText(problem) })}</p>
      <p>{mode === 'rows' ? t('failedKept.rows', { count: written }) : t('failedKept.all')}</p>
    </Notice>
  )
}

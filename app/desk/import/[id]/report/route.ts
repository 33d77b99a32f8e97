import { getLocale } from 'next-intl/server'
import { AppError, notFound } from '#lib/errors.ts'
import { csvDownload } from '#lib/export/csv.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { importPage, reportPage, targetsFor } from '#lib/import/queries/page.ts'
import { rowWords } from '../words.ts'

/** The whole report as CSV, read piece by piece while it is sent. */
export const GET = defineRoute(async (viewer, _request, { id }) => {
  if (viewer.kind !== 'engineer') throw new AppError('not_found')
  if (!/^\d{1,15}$/.test(id ?? '')) throw notFound()
  const { record } = await importPage(viewer, Number(id), await getLocale())
  const [t, words] = await Promise.all([getTranslations('import'), targetsFor(viewer, record).then(rowWords)])
  async function* rows() {
    yield [t('csv.line'), t('csv.outcome'), t('csv.name'), t('csv.changes'), t('csv.problems')]
    let after = 0
    for (;;) {
      const piece = viewer.kind === 'engineer' ? await reportPage(viewer, record.id, { after, size: 1000 }) : []
      for (const { line, outcome, name, changes, problems } of piece) {
        yield [
          String(line),
          t(`outcomes.${outcome}`),
          name,
          changes.map(words.change).join(', '),
          problems.map(words.problem).join(' '),
        ]
      }
      const last = piece.at(-1)
      if (!last || piece.length < 1000) return
      after = last.line
    }
  }
  return csvDownload(rows(), `${record.fileName.replace(/\.[^.]*$/, '')}-report.csv`)
})

import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { runImport } from '../actions.ts'

/** Has the checked rows written: all or none where none is refused, else without the refused ones. */
export async function RunForm({ record: { id, counts } }: { record: ImportRecord }) {
  const t = await getTranslations('import')
  const refused = counts?.refused ?? 0
  const count = (counts?.created ?? 0) + (counts?.changed ?? 0)
  const again = <a href={paths.deskPart('import', id, { columns: 'again' })}>{t('changeColumns')}</a>
  if (count === 0) {
    return (
      <Notice>
        <p>{t('runNone')}</p>
        <p>{again}</p>
      </Notice>
    )
  }
  const words = await formWords(t('runButton', { count }), {
    someRefused: t('problems.someRefused'),
    otherRuns: t('problems.otherRuns'),
  })
  const mode =
    refused > 0
      ? ({ kind: 'hidden', name: 'mode', value: 'rows' } as const)
      : ({
          kind: 'radio',
          name: 'mode',
          label: t('mode'),
          value: 'all',
          options: [
            { value: 'all', label: t('modeAll') },
            { value: 'rows', label: t('modeRows') },
          ],
        } as const)
  return (
    <Section title={t('run')}>
      {refused > 0 ? <Notice tone="warning">{t('refusedLeftOut', { count: refused })}</Notice> : null}
      <RecordForm
        action={runImport}
        words={words}
        sections={[{ fields: [{ kind: 'hidden', name: 'id', value: id }, mode] }]}
      >
        {again}
      </RecordForm>
    </Section>
  )
}

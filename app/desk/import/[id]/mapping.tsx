import { getLocale } from 'next-intl/server'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { mappingOf, type Preview } from '#lib/import/queries/page.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import type { Target } from '#lib/import/targets.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { checkFile } from '../actions.ts'
import { PreviewTable } from './preview-table.tsx'
import { ReadingForm } from './reading-form.tsx'
import { fileProblemText } from './words.ts'

/** The first rows as they were read, and for each column where it goes. */
export async function Mapping({ viewer, record }: { viewer: EngineerViewer; record: ImportRecord }) {
  const t = await getTranslations('import')
  const { preview, rules } = await mappingOf(viewer, record)
  const { options, problem } = record
  const words = await formWords(t('check'), {
    nothingMapped: t('problems.nothingMapped'),
    mappedTwice: t('problems.mappedTwice'),
  })
  return (
    <>
      {problem ? <Notice tone="danger">{await fileProblemText(problem)}</Notice> : null}
      <Section title={t('reading')}>
        <ReadingForm record={record} />
        {preview ? <PreviewTable preview={preview} /> : null}
      </Section>
      {preview ? (
        <RecordForm
          action={checkFile}
          words={words}
          sticky
          status={t('checkWhat')}
          sections={[
            {
              title: t('columns'),
              help: t('keys'),
              fields: await columnFields(preview, options.mapping, rules.targets),
            },
            {
              title: t('choices'),
              fields: [
                { kind: 'hidden', name: 'id', value: record.id },
                {
                  kind: 'radio',
                  name: 'empty',
                  label: t('empty'),
                  help: t('emptyHelp'),
                  value: options.empty,
                  options: [
                    { value: 'keep', label: t('emptyKeep') },
                    { value: 'clear', label: t('emptyClear') },
                  ],
                },
                ...(rules.choices.length > 0
                  ? [
                      {
                        kind: 'select' as const,
                        name: 'profile',
                        label: t('profile'),
                        help: t('profileHelp'),
                        empty: t('profileNone'),
                        value: options.defaultProfile === null ? '' : String(options.defaultProfile),
                        options: rules.choices.map(({ id, name }) => ({ value: String(id), label: name })),
                      },
                    ]
                  : []),
              ],
            },
          ]}
        />
      ) : null}
    </>
  )
}

async function columnFields({ headers, rows }: Preview, mapping: string[], targets: readonly Target[]) {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const groups = { contact: t('ofContact'), company: t('ofCompany'), account: t('ofAccount') }
  const options = targets.map((target) => ({
    value: target.key,
    label: `${groups[target.of]}: ${target.field ? labelOf(target.field.labels, locale) : target.word ? t(`targets.${target.word}`) : ''}`,
  }))
  return headers.map((header, at) => {
    const seen = rows.flatMap(({ cells }) => (cells[at] ? [cells[at]] : [])).slice(0, 2)
    const password = mapping[at] === 'password'
    const example = seen.map((text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)).join(', ')
    return {
      kind: 'select' as const,
      name: `target.${at}`,
      label: header || t('columnUnnamed', { number: at + 1 }),
      help: password
        ? t('passwords', { seconds: '2 min' })
        : example
          ? t('example', { text: example })
          : t('exampleNone'),
      empty: t('leaveOut'),
      value: mapping[at] ?? '',
      options,
    }
  })
}

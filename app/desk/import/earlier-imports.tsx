import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { ImportSummary } from '#lib/import/queries/page.ts'
import { paths } from '#lib/paths.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'
import { toneOf } from './tones.ts'

export async function EarlierImports({ imports }: { imports: ImportSummary[] }) {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Panel>
      <Table
        plain
        caption={t('earlier')}
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            label: t('columnFile'),
            heading: true,
            cell: ({ id, fileName }) => (
              <a href={paths.deskPart('import', id)} dir="auto">
                {fileName}
              </a>
            ),
          },
          { key: 'group', label: t('columnGroup'), labelled: true, cell: ({ group }) => group },
          {
            key: 'state',
            label: t('columnState'),
            nowrap: true,
            cell: ({ state }) => <StatusBadge tone={toneOf(state)}>{t(`states.${state}`)}</StatusBadge>,
          },
          {
            key: 'result',
            label: t('columnResult'),
            labelled: true,
            cell: ({ counts }) => (counts ? t('summary', counts) : ''),
          },
          {
            key: 'at',
            label: t('columnAt'),
            nowrap: true,
            labelled: true,
            cell: ({ createdAt: at }) => (
              <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
            ),
          },
        ]}
      />
    </Panel>
  )
}

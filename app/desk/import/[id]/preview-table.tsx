import { getTranslations } from '#lib/i18n/translations.ts'
import type { Preview } from '#lib/import/queries/page.ts'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

const ROWS = 3

/** The first rows side by side, a line for each column, so that a wrong encoding or separator shows on any width. */
export async function PreviewTable({ preview: { headers, rows } }: { preview: Preview }) {
  const t = await getTranslations('import')
  return (
    <Panel>
      <Table
        plain
        caption={t('preview')}
        rows={headers.map((header, at) => ({ at, header: header || t('columnUnnamed', { number: at + 1 }) }))}
        rowKey={({ at }) => at}
        columns={[
          {
            key: 'header',
            label: t('column'),
            heading: true,
            width: '25%',
            cell: ({ header }) => <span dir="auto">{header}</span>,
          },
          ...rows.slice(0, ROWS).map(({ line, cells }) => ({
            key: String(line),
            label: t('lineNumber', { line }),
            labelled: true,
            width: '25%',
            cell: ({ at }: { at: number }) => <span dir="auto">{cells[at]?.slice(0, 80)}</span>,
          })),
        ]}
      />
    </Panel>
  )
}

import { getLocale } from 'next-intl/server'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { noCounts, type Outcome } from '#lib/import/import.ts'
import { type ReportRow, reportPage, targetsFor } from '#lib/import/queries/page.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { rowWords } from './words.ts'

const OUTCOMES: readonly Outcome[] = ['refused', 'created', 'changed', 'unchanged']
const TONES = { created: 'success', changed: 'info', unchanged: 'low', refused: 'danger' } as const
const PAGE = 50

/** Each row of the file with what became, or would become, of it. */
export async function Report({
  viewer,
  record,
  search,
}: {
  viewer: EngineerViewer
  record: ImportRecord
  search: Record<string, string | undefined>
}) {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const counts = record.counts ?? noCounts()
  const outcome = OUTCOMES.find((one) => one === search.outcome)
  const after = /^\d{1,9}$/.test(search.after ?? '') ? Number(search.after) : 0
  const found = await reportPage(viewer, record.id, { outcome, after, size: PAGE + 1 })
  const rows = found.slice(0, PAGE)
  const { number } = formatsFor(locale)
  const address = (query: Record<string, string | undefined>) => paths.deskPart('import', record.id, query)
  return (
    <Section
      title={record.state === 'done' ? t('didBe') : t('wouldBe')}
      more={<a href={paths.deskPart('import', record.id, 'report')}>{t('report')}</a>}
    >
      <Tabs
        label={t('rows')}
        tabs={[
          { href: address({}), label: t('allRows'), current: outcome === undefined },
          ...OUTCOMES.map((one) => ({
            href: address({ outcome: one }),
            label: `${t(`outcomes.${one}`)} ${number(counts[one])}`,
            current: one === outcome,
          })),
        ]}
      />
      {rows.length === 0 ? <p>{t('noRows')}</p> : await reportTable(rows, await targetsFor(viewer, record))}
      {found.length > PAGE ? (
        <Actions>
          <ButtonLink href={address({ outcome, after: String(rows.at(-1)?.line) })}>{t('nextRows')}</ButtonLink>
        </Actions>
      ) : null}
    </Section>
  )
}

async function reportTable(rows: ReportRow[], targets: Awaited<ReturnType<typeof targetsFor>>) {
  const [t, words] = await Promise.all([getTranslations('import'), rowWords(targets)])
  return (
    <Panel>
      <Table
        plain
        caption={t('rows')}
        rows={rows}
        rowKey={({ line }) => line}
        columns={[
          { key: 'line', label: t('line'), nowrap: true, align: 'end', labelled: true, cell: ({ line }) => line },
          { key: 'name', label: t('row.name'), heading: true, cell: ({ name }) => <span dir="auto">{name}</span> },
          {
            key: 'outcome',
            label: t('row.outcome'),
            nowrap: true,
            cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Badge>,
          },
          {
            key: 'details',
            label: t('row.details'),
            cell: ({ outcome, changes, problems }) =>
              outcome === 'refused' ? problems.map(words.problem).join(' ') : changes.map(words.change).join(', '),
          },
        ]}
      />
    </Panel>
  )
}

import { getLocale } from 'next-intl/server'
import type { RuleRow, Sentence, Verdict } from '#lib/access/explain/sentences.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

const tones = { holds: { tone: 'success' }, fails: { tone: 'danger' }, notAsked: {}, each: { tone: 'info' } } as const

/** V1 to V8, each with its verdict, what decides and what would change it. */
export async function RuleTable({ rows }: { rows: readonly RuleRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('explain'), getLocale()])
  const formats = formatsFor(locale)
  const sentence = ({ key, values = {} }: Sentence) =>
    t(
      `says.${key}`,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value instanceof Date ? formats.full(value) : value]),
      ),
    )
  const sentences = (all: readonly Sentence[]) => all.map((one) => <div key={JSON.stringify(one)}>{sentence(one)}</div>)
  const badge = (verdict: Verdict) => <Badge {...tones[verdict]}>{t(`verdicts.${verdict}`)}</Badge>
  return (
    <Panel>
      <Table
        plain
        caption={t('rules')}
        rows={rows}
        rowKey={({ rule }) => rule}
        columns={[
          {
            key: 'rule',
            label: t('rule'),
            heading: true,
            width: '24%',
            cell: ({ rule }) => `${rule} ${t(`ruleNames.${rule}`)}`,
          },
          { key: 'verdict', label: t('verdict'), nowrap: true, width: '20%', cell: ({ verdict }) => badge(verdict) },
          {
            key: 'because',
            label: t('because'),
            cell: ({ because, change }) => (
              <>
                {sentences(because)}
                {change.length > 0 ? (
                  <div>
                    <strong>{t('change')}</strong> {change.map(sentence).join(' ')}
                  </div>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

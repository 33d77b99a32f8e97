import { getLocale } from 'next-intl/server'
import type { Conversion } from '#lib/groups/conversion.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

const EXAMPLES = 20

/** How many values a new type would convert, and examples of the others for whoever may read them. */
export async function DryRun({ found, readable }: { found: Conversion; readable: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('groups.change'), getLocale()])
  const examples = found.staying.slice(0, EXAMPLES)
  const options = found.to.options?.map(({ labels }) => labelOf(labels, locale)).join(', ')
  return (
    <>
      <p>{`${t('converts', { count: found.converts })} ${t('stays', { count: found.stays })}`}</p>
      {options && readable ? <p>{t('options', { options })}</p> : null}
      {examples.length > 0 ? <p>{readable ? t('staysHelp') : `${t('staysHelp')} ${t('hidden')}`}</p> : null}
      {examples.length > 0 && readable ? (
        <Panel>
          <Table
            plain
            caption={t('examples')}
            rows={examples}
            rowKey={({ value }) => JSON.stringify(value)}
            columns={[
              { key: 'value', label: t('example'), heading: true, cell: ({ value }) => [value].flat().join(', ') },
              {
                key: 'holders',
                label: t('holders'),
                align: 'end',
                labelled: true,
                cell: ({ holders }) => formatsFor(locale).number(holders),
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  )
}

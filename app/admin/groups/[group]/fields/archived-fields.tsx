import { getLocale } from 'next-intl/server'
import { putBack } from '#app/admin/groups/fields-actions.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import type { StoredField } from '#lib/groups/queries/stored.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Fields out of use, with how many values each keeps, and the way back. */
export async function ArchivedFields({
  group,
  fields,
}: {
  group: number
  fields: readonly (StoredField & { values: number })[]
}) {
  if (fields.length === 0) return null
  const [t, locale] = await Promise.all([getTranslations('groups'), getLocale()])
  return (
    <Section title={t('archive.title')}>
      <p>{t('archive.lead')}</p>
      <Panel>
        <Table
          plain
          caption={t('archive.title')}
          rows={fields}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'label',
              label: t('fields.field'),
              heading: true,
              cell: ({ labels, key }) => labelOf(labels, locale) || key,
            },
            { key: 'level', label: t('columns.levels'), labelled: true, cell: ({ level }) => t(`level.${level}`) },
            { key: 'key', label: t('fields.key'), labelled: true, cell: ({ key }) => key },
            {
              key: 'values',
              label: t('archive.values'),
              align: 'end',
              labelled: true,
              cell: ({ values }) => formatsFor(locale).number(values),
            },
            {
              key: 'restore',
              label: t('archive.restore'),
              labelHidden: true,
              align: 'end',
              cell: ({ id }) => (
                <form action={putBack}>
                  <input type="hidden" name="group" value={group} />
                  <input type="hidden" name="id" value={id} />
                  <Button>{t('archive.restore')}</Button>
                </form>
              ),
            },
          ]}
        />
      </Panel>
    </Section>
  )
}

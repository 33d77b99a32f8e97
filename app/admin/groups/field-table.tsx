import { getLocale } from 'next-intl/server'
import { Fragment } from 'react'
import { orderColumn } from '#app/admin/order-buttons.tsx'
import { type DataField, labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Table } from '#lib/ui/table.tsx'
import { fieldPath } from './address.ts'
import { moveOneField } from './fields-actions.ts'

/** The fields of a field group in their order. */
export async function FieldTable({ group, caption, fields }: { group: number; caption: string; fields: DataField[] }) {
  const [t, types, locale] = await Promise.all([
    getTranslations('groups.fields'),
    getTranslations('queues.fields.types'),
    getLocale(),
  ])
  return (
    <Table
      plain
      caption={caption}
      rows={fields}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'label',
          label: t('field'),
          heading: true,
          width: '30%',
          cell: ({ id, key, labels }) => <a href={fieldPath(group, id)}>{labelOf(labels, locale) || key}</a>,
        },
        { key: 'key', label: t('key'), labelled: true, width: '18%', cell: ({ key }) => key },
        {
          key: 'type',
          label: t('type'),
          labelled: true,
          width: '13%',
          cell: ({ type, required }) => (required ? t('requiredType', { type: types(type) }) : types(type)),
        },
        {
          key: 'annotations',
          label: t('annotations'),
          cell: ({ annotations }) =>
            annotations.map((annotation) => (
              <Fragment key={annotation}>
                <Badge tone="info">{annotation}</Badge>{' '}
              </Fragment>
            )),
        },
        orderColumn({
          label: t('order'),
          rows: fields,
          action: moveOneField,
          name: ({ key, labels }) => labelOf(labels, locale) || key,
          ids: ({ id }) => ({ group, id }),
        }),
      ]}
    />
  )
}

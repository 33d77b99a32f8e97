import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { LicenceUse } from '#lib/licence/queries.ts'
import { Table } from '#lib/ui/table.tsx'

/** Used, limit and free, of seats and of customers at once. */
export async function UseTable({ use: { seats, customers } }: { use: LicenceUse }) {
  const [t, locale] = await Promise.all([getTranslations('licence'), getLocale()])
  const formats = formatsFor(locale)
  const rows = [
    {
      key: 'seats',
      label: t('seats'),
      note: t('seatsOf', { engineers: seats.engineers, profiles: seats.profiles }),
      used: seats.engineers + seats.profiles,
      ...seats,
    },
    { key: 'customers', label: t('customers'), note: t('customersOf'), used: customers.signedIn, ...customers },
  ]
  const figure = { align: 'end', labelled: true, nowrap: true } as const
  return (
    <Table
      plain
      caption={t('use')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'what',
          label: t('what'),
          heading: true,
          cell: ({ label, note }) => (
            <>
              {label}
              <div data-part="field-note">{note}</div>
            </>
          ),
        },
        { key: 'used', label: t('used'), ...figure, cell: ({ used }) => <strong>{formats.number(used)}</strong> },
        {
          key: 'limit',
          label: t('limit'),
          ...figure,
          cell: ({ limit }) => (limit === null ? t('noLimit') : formats.number(limit)),
        },
        {
          key: 'free',
          label: t('free'),
          ...figure,
          cell: ({ limit, used }) => (limit === null ? '–' : formats.number(Math.max(0, limit - used))),
        },
      ]}
    />
  )
}

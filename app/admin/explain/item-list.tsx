import { getLocale } from 'next-intl/server'
import type { Explained } from '#lib/access/explain/queries.ts'
import { itemKey, personKey, type Question } from '#lib/access/explain/question.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

/** What the administrator itself may read of the ticket, each with "why?". Nothing where it may not read the ticket. */
export async function ItemList({
  explained: { items, names, ticket },
  question,
}: {
  explained: Explained
  question: Question
}) {
  if (items.length === 0) return null
  const [t, locale] = await Promise.all([getTranslations('explain'), getLocale()])
  const formats = formatsFor(locale)
  const why = (item: string) =>
    paths.admin('explain', { person: personKey(question.person), ticket: String(ticket.number), item })
  return (
    <Section title={t('entries')}>
      <p data-part="field-note">{t('entriesLead')}</p>
      <Panel>
        <Table
          plain
          caption={t('entries')}
          rows={items}
          rowKey={itemKey}
          columns={[
            {
              key: 'entry',
              label: t('entry'),
              heading: true,
              cell: ({ what, createdAt }) => `${t(`items.${what}`)}, ${formats.full(createdAt)}`,
            },
            {
              key: 'class',
              label: t('class'),
              labelled: true,
              cell: ({ textClass }) => names.classes.get(textClass) ?? String(textClass),
            },
            {
              key: 'seen',
              label: t('verdict'),
              cell: ({ seen }) => <Badge tone={seen ? 'success' : 'warning'}>{t(seen ? 'shown' : 'hidden')}</Badge>,
            },
            {
              key: 'why',
              label: t('why'),
              labelHidden: true,
              cell: (item) => <a href={why(itemKey(item))}>{t('why')}</a>,
            },
          ]}
        />
      </Panel>
    </Section>
  )
}

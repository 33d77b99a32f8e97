import type { ReactNode } from 'react'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type ContactSearch, type FoundContact, OFFERED } from '#lib/tickets/queries/contact-search.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

type Props = { search: ContactSearch; words: string; choose: (contact: FoundContact) => ReactNode }

/** Whom the words found, each with what can be done with it. */
export async function ContactResults({ search: { found, more }, words, choose }: Props) {
  const [t, desk, common] = await Promise.all([
    getTranslations('deskTicket'),
    getTranslations('desk'),
    getTranslations('common'),
  ])
  if (words === '') return null
  if (found.length === 0) return <Notice>{t('customerNone')}</Notice>
  return (
    <>
      <Panel>
        <Table
          plain
          caption={`${common('search')}: ${words}`}
          rows={found}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: desk('contact'), heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { key: 'company', label: desk('company'), cell: ({ company }) => company },
            { key: 'email', label: t('email'), cell: ({ email }) => email },
            { key: 'choose', label: t('customerChoose'), labelHidden: true, align: 'end', cell: choose },
          ]}
        />
      </Panel>
      {more ? <Notice>{t('customerMany', { count: OFFERED })}</Notice> : null}
    </>
  )
}

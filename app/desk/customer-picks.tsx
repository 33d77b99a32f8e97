import { getTranslations } from '#lib/i18n/translations.ts'
import { OFFERED } from '#lib/tickets/queries/contact-search.ts'
import type { CustomerPicks as Found } from '#lib/tickets/queries/customer-picks.ts'
import type { DeskView } from '#lib/tickets/queries/desk-view.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { addressOf } from './view-address.ts'

/** Where the words of the customer filter mean several: one is chosen, and the list is that one's. */
export async function CustomerPicks({ view, picks }: { view: DeskView; picks: Found }) {
  const [t, desk] = await Promise.all([getTranslations('deskViews'), getTranslations('desk')])
  const words = view.customer ?? ''
  const chosen = (choice: Pick<DeskView, 'contact'> | Pick<DeskView, 'company'>) =>
    addressOf(view, { customer: undefined, contact: undefined, company: undefined, ...choice })
  const rows = [
    ...picks.companies.map(({ id, name }) => ({
      key: `company ${id}`,
      name,
      kind: desk('company'),
      company: null,
      href: chosen({ company: id }),
    })),
    ...picks.contacts.map(({ id, name, company }) => ({
      key: `contact ${id}`,
      name,
      kind: desk('contact'),
      company,
      href: chosen({ contact: id }),
    })),
  ]
  if (rows.length === 0) {
    return (
      <EmptyState icon="users" title={t('pickNobodyTitle', { words })} text={t('pickNobody')}>
        <ButtonLink href={addressOf(view, { customer: undefined })}>{t('pickLeave')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <Section title={t('pickTitle', { words })}>
      <Panel>
        <Table
          plain
          caption={t('pickTitle', { words })}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              label: t('pickName'),
              heading: true,
              cell: ({ name, href }) => (
                <a href={href} dir="auto">
                  {name}
                </a>
              ),
            },
            { key: 'kind', label: t('pickKind'), cell: ({ kind }) => kind },
            { key: 'company', label: desk('company'), cell: ({ company }) => company },
          ]}
        />
      </Panel>
      {picks.more ? <Notice>{t('pickMany', { count: OFFERED })}</Notice> : null}
      <p>
        <a href={addressOf(view, { customer: undefined })}>{t('pickLeave')}</a>
      </p>
    </Section>
  )
}

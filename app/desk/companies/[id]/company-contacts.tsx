import type { CompanyPage } from '#lib/companies/queries/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

/** The contacts of a company by name. */
export async function CompanyContacts({
  company,
  contacts,
  next,
  first,
}: Pick<CompanyPage, 'company' | 'contacts'> & { next: string | undefined; first: string | undefined }) {
  const [t, words, common] = await Promise.all([
    getTranslations('companies'),
    getTranslations('contacts'),
    getTranslations('common'),
  ])
  return (
    <Section
      id="contacts"
      title={t('contacts')}
      more={
        company.mayWrite && company.active ? (
          <ButtonLink href={paths.deskContacts('new', company.groupKey, { company: String(company.id) })}>
            {words('new')}
          </ButtonLink>
        ) : null
      }
    >
      {contacts.rows.length === 0 ? (
        <p data-part="field-note">{t('noContacts')}</p>
      ) : (
        <Panel>
          <Table
            plain
            caption={t('contacts')}
            rows={contacts.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: words('name'),
                heading: true,
                cell: (row) => (
                  <>
                    <a href={paths.deskContacts(row.id)} dir="auto">
                      {row.name}
                    </a>{' '}
                    {row.active ? null : <Badge>{words('inactive')}</Badge>}
                  </>
                ),
              },
              { key: 'email', label: words('email'), cell: (row) => row.email },
              { key: 'login', label: words('login'), labelled: true, cell: (row) => row.login },
            ]}
          />
        </Panel>
      )}
      <Pagination
        label={t('pagesOfContacts')}
        newer={first ? { href: first, label: t('firstContacts') } : undefined}
        older={next ? { href: next, label: common('nextPage') } : undefined}
      />
    </Section>
  )
}

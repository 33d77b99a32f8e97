import type { CompanyChoice } from '#lib/companies/queries/choose.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Finds one of many companies without a script: a search, and each hit a link. */
export async function CompanyPicker({
  action,
  q,
  companies,
  addressOf,
  none,
}: {
  action: string
  q: string | undefined
  companies: CompanyChoice[]
  addressOf: (company: number) => string
  /** The choice of no company. */
  none?: { href: string; label: string } | undefined
}) {
  const [t, common] = await Promise.all([getTranslations('companies'), getTranslations('common')])
  return (
    <>
      <SearchForm
        action={action}
        label={t('search')}
        button={common('search')}
        defaultValue={q}
        placeholder={t('searchHint')}
      />
      {companies.length === 0 ? (
        <EmptyState icon="building" title={q ? t('nothingFoundTitle', { query: q }) : t('emptyTitle')} />
      ) : (
        <Panel>
          <Table
            plain
            caption={t('title')}
            rows={companies}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                label: t('name'),
                heading: true,
                cell: (row) => (
                  <a href={addressOf(row.id)} dir="auto">
                    {row.name}
                  </a>
                ),
              },
              { key: 'externalId', label: t('externalId'), labelled: true, cell: (row) => row.externalId },
            ]}
          />
        </Panel>
      )}
      {companies.length >= 30 ? <p data-part="field-note">{t('moreFound')}</p> : null}
      {none ? (
        <div data-part="actions">
          <ButtonLink href={none.href}>{none.label}</ButtonLink>
        </div>
      ) : null}
    </>
  )
}

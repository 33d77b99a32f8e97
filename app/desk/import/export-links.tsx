import { getTranslations } from '#lib/i18n/translations.ts'
import type { GroupChoice } from '#lib/import/queries/page.ts'
import { paths } from '#lib/paths.ts'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Each customer group that one may read, with its people and companies as files. */
export async function ExportLinks({ groups }: { groups: GroupChoice[] }) {
  const t = await getTranslations('import')
  const address = (kind: string, group: number) => paths.deskPart('export', kind, { group: String(group) })
  return (
    <Section title={t('export')}>
      <p>{t('exportLead')}</p>
      <Panel>
        <Table
          plain
          caption={t('export')}
          rows={groups}
          rowKey={({ id }) => id}
          columns={[
            { key: 'group', label: t('group'), heading: true, cell: ({ label }) => label },
            {
              key: 'contacts',
              label: t('exportContacts'),
              cell: ({ id, label }) => (
                <a href={address('contacts', id)} download aria-label={`${label}: ${t('exportContacts')}`}>
                  {t('exportContacts')}
                </a>
              ),
            },
            {
              key: 'companies',
              label: t('exportCompanies'),
              cell: ({ id, label, hasCompanies }) =>
                hasCompanies ? (
                  <a href={address('companies', id)} download aria-label={`${label}: ${t('exportCompanies')}`}>
                    {t('exportCompanies')}
                  </a>
                ) : null,
            },
          ]}
        />
      </Panel>
    </Section>
  )
}

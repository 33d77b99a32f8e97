import type { FoundPerson } from '#lib/access/explain/people.ts'
import { personKey } from '#lib/access/explain/question.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Several who bear the name: each a link that goes on with the question. */
export async function FoundPeople({ found, ticket }: { found: readonly FoundPerson[]; ticket: string | undefined }) {
  if (found.length === 0) return null
  const t = await getTranslations('explain')
  return (
    <Section title={t('choose')}>
      <Panel>
        <Table
          plain
          caption={t('choose')}
          rows={found}
          rowKey={personKey}
          columns={[
            {
              key: 'name',
              label: t('person'),
              heading: true,
              cell: (one) => <a href={paths.admin('explain', { person: personKey(one), ticket })}>{one.name}</a>,
            },
            { key: 'kind', label: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
            { key: 'login', label: t('login'), labelled: true, cell: ({ login }) => login },
          ]}
        />
      </Panel>
      {found.length >= 20 ? <p data-part="field-note">{t('many')}</p> : null}
    </Section>
  )
}

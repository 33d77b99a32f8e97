import { getLocale, getMessages } from 'next-intl/server'
import { dressCompany, dressGroup } from '#app/admin/themes/actions.ts'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type DressedCompany, mayWear } from '#lib/themes/queries.ts'
import { Button } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Gives the theme to a customer group from a list, or to a company that is found by its name. */
export async function Give({ viewer, theme, named }: { viewer: EngineerViewer; theme: string; named: string }) {
  const [t, messages, locale] = await Promise.all([getTranslations('themesAdmin.give'), getMessages(), getLocale()])
  const { groups, companies } = await mayWear(viewer, theme, named.trim(), locale)
  return (
    <Section title={t('title')}>
      {groups.length > 0 ? (
        <RecordForm
          action={dressGroup}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'theme', value: theme },
                {
                  kind: 'select',
                  name: 'group',
                  label: t('group'),
                  empty: t('groupChoose'),
                  options: groups.map(({ id, label }) => ({ value: String(id), label })),
                },
              ],
            },
          ]}
          words={await formWords(t('groupButton'), messages.themesAdmin.problems)}
        />
      ) : null}
      <SearchForm
        action={paths.admin('themes', theme)}
        name="company"
        label={t('search')}
        placeholder={t('search')}
        button={t('searchButton')}
        defaultValue={named}
      />
      {named ? <Companies theme={theme} companies={companies.filter((one) => one.theme !== theme)} /> : null}
    </Section>
  )
}

async function Companies({ theme, companies }: { theme: string; companies: DressedCompany[] }) {
  const t = await getTranslations('themesAdmin')
  if (companies.length === 0) return <p>{t('give.noCompany')}</p>
  return (
    <Panel>
      <Table
        plain
        caption={t('give.search')}
        rows={companies}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: t('wearers.company'), heading: true, cell: ({ name }) => name },
          {
            key: 'wears',
            label: t('state'),
            cell: (company) => (company.theme ? t('give.wears', { theme: company.theme }) : t('give.wearsOther')),
          },
          {
            key: 'dress',
            label: t('give.companyButton'),
            labelHidden: true,
            align: 'end',
            cell: ({ id }) => (
              <form action={dressCompany}>
                <input type="hidden" name="theme" value={theme} />
                <input type="hidden" name="company" value={id} />
                <Button>{t('give.companyButton')}</Button>
              </form>
            ),
          },
        ]}
      />
    </Panel>
  )
}

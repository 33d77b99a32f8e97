import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type Wearers, wearersByTheme } from '#lib/themes/queries.ts'
import { allThemes } from '#lib/themes/registry.ts'
import type { Theme } from '#lib/themes/types.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { PreviewButton } from './preview-button.tsx'
import { ThemeState } from './state.tsx'
import { Swatches } from './swatch.tsx'

/** Every installed theme: its look, whether it is worn as written, and by whom. */
export default adminPage(async (viewer) => {
  const [t, locale] = await Promise.all([getTranslations('themesAdmin'), getLocale()])
  const wearersOf = await wearersByTheme(viewer, locale)
  return (
    <AdminFrame viewer={viewer} area="themes" title={t('title')}>
      <Page>
        <PageHeader title={t('title')} lead={t('lead')} />
        <Panel>{await themeTable(allThemes(), wearersOf)}</Panel>
      </Page>
    </AdminFrame>
  )
})

async function themeTable(themes: Theme[], wearersOf: (theme: string) => Wearers) {
  const t = await getTranslations('themesAdmin')
  return (
    <Table
      plain
      caption={t('title')}
      rows={themes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'theme',
          label: t('theme'),
          heading: true,
          cell: ({ id, name }) => (
            <>
              <a href={paths.admin('themes', id)}>{name}</a>
              <div data-part="field-note">{id}</div>
            </>
          ),
        },
        { key: 'look', label: t('look'), width: '290', cell: (theme) => <Swatches theme={theme} /> },
        { key: 'state', label: t('state'), labelled: true, cell: ({ id }) => <ThemeState theme={id} /> },
        {
          key: 'worn',
          label: t('wornBy'),
          labelled: true,
          cell: ({ id }) => countsOf(wearersOf(id), t),
        },
        {
          key: 'preview',
          label: t('preview'),
          labelHidden: true,
          align: 'end',
          nowrap: true,
          cell: ({ id }) => <PreviewButton theme={id} />,
        },
      ]}
    />
  )
}

function countsOf(
  { hosts, groups, companies }: Wearers,
  t: Awaited<ReturnType<typeof getTranslations<'themesAdmin'>>>,
): string {
  const parts = [
    hosts.length ? t('hosts', { count: hosts.length }) : '',
    groups.length ? t('groups', { count: groups.length }) : '',
    companies.length ? t('companies', { count: companies.length }) : '',
  ].filter(Boolean)
  return parts.join(', ') || t('nobody')
}

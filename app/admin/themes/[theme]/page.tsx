import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wearersByTheme } from '#lib/themes/queries.ts'
import { isTheme, themeNamed } from '#lib/themes/registry.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { PreviewButton } from '../preview-button.tsx'
import { ThemeState } from '../state.tsx'
import { Swatches } from '../swatch.tsx'
import { Findings } from './findings.tsx'
import { Give } from './give.tsx'
import { WearerTable } from './wearer-table.tsx'

const DONE = ['dressed', 'undressed'] as const

/** A theme: its look and its faults, who wears it, and who else may. */
export default adminPage(async (viewer, { params, search }) => {
  const id = String(params.theme)
  if (!isTheme(id)) throw notFound()
  const theme = themeNamed(id)
  const [t, locale] = await Promise.all([getTranslations('themesAdmin'), getLocale()])
  const wearers = (await wearersByTheme(viewer, locale))(id)
  const done = DONE.find((one) => one === search.done)
  return (
    <AdminFrame viewer={viewer} area="themes" title={theme.name}>
      <Page>
        <PageHeader
          title={theme.name}
          lead={t('previewHelp')}
          meta={
            <>
              <a href={paths.admin('themes')}>{t('title')}</a>
              <span>{id}</span>
            </>
          }
          actions={<PreviewButton theme={id} />}
        />
        {done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
        <div>
          <Swatches theme={theme} />
        </div>
        <div>
          <ThemeState theme={id} whole />
        </div>
        <Section title={t('wearers.title')}>
          <p>{t('wearers.lead')}</p>
          <WearerTable theme={id} wearers={wearers} />
        </Section>
        <Give viewer={viewer} theme={id} named={(search.company ?? '').slice(0, 100)} />
        <Findings theme={id} />
      </Page>
    </AdminFrame>
  )
})

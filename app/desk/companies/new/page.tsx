import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { groupChoice } from '#lib/contacts/queries/form.ts'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'

/** The customer group of a new company. Where there is one only, it is taken. */
export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('companies'), getLocale()])
  const { groups: all, nav } = await groupChoice(viewer, locale)
  const groups = all.filter(({ hasCompanies }) => hasCompanies)
  const only = groups.length === 1 ? groups[0] : groups.find(({ key }) => key === search.group)
  if (only) redirect(paths.deskCompanies('new', only.key))
  if (groups.length === 0) throw new AppError('forbidden')
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('new')} place={{ area: 'companies' }}>
      <Page>
        <PageHeader title={t('new')} lead={t('chooseGroup')} />
        <Tiles>
          {groups.map(({ key, label }) => (
            <Tile key={key} href={paths.deskCompanies('new', key)} icon="building" title={label} />
          ))}
        </Tiles>
      </Page>
    </DeskFrame>
  )
})

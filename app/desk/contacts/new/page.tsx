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

/** The customer group of a new contact: its data model decides what is asked. Where there is one only, it is taken. */
export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const { groups, nav } = await groupChoice(viewer, locale)
  const only = groups.length === 1 ? groups[0] : groups.find(({ key }) => key === search.group)
  if (only) redirect(paths.deskContacts('new', only.key))
  if (groups.length === 0) throw new AppError('forbidden')
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('new')} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader title={t('new')} lead={t('chooseGroup')} />
        <Tiles>
          {groups.map(({ key, label, hasCompanies }) => (
            <Tile
              key={key}
              href={paths.deskContacts('new', key)}
              icon={hasCompanies ? 'building' : 'user'}
              title={label}
              text={hasCompanies ? t('groupWithCompanies') : t('groupWithoutCompanies')}
            />
          ))}
        </Tiles>
      </Page>
    </DeskFrame>
  )
})

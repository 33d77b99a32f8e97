import { getLocale } from 'next-intl/server'
import { iconNamed } from '#app/(portal)/icon-named.ts'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { queueChoice } from '#lib/queues/queries.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'

export default portalPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('create'), getLocale()])
  const queues = await queueChoice(viewer, locale)
  return (
    <PortalFrame viewer={viewer} place="create" title={t('title')}>
      <Page>
        {/^\d{1,15}$/.test(search.created ?? '') ? (
          <Notice tone="success">
            <strong>{t('doneTitle')}</strong> {t('doneNumber', { number: String(search.created) })}
          </Notice>
        ) : null}
        {queues.length ? (
          <>
            <PageHeader title={t('chooseTitle')} lead={t('chooseLead')} />
            <Tiles>
              {queues.map(({ key, label, description, icon }) => (
                <Tile key={key} href={paths.newTicket(key)} title={label} text={description} icon={iconNamed(icon)} />
              ))}
            </Tiles>
          </>
        ) : (
          <>
            <PageHeader title={t('title')} />
            <EmptyState title={t('noneTitle')} text={t('none')} />
          </>
        )}
      </Page>
    </PortalFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { ListPages } from '#app/parts/list-pages.tsx'
import { customerListShape } from '#lib/contacts/customer-list.ts'
import { contactList } from '#lib/contacts/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { ContactTable } from './contact-table.tsx'
import { CustomerFilters } from './customer-filters.tsx'
import { listQuery } from './list-address.ts'

export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const list = await contactList(viewer, customerListShape.parse(search), locale)
  const { nav, groups, view, rows, previous, next } = list
  const mayCreate = groups.some(({ mayWrite }) => mayWrite)
  const address = (change: Parameters<typeof listQuery>[1]) => paths.deskContacts(listQuery(view, change))
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('title')} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader
          title={t('title')}
          actions={
            mayCreate ? (
              <ButtonLink variant="primary" href={paths.deskContacts('new', { group: view.group })}>
                {t('new')}
              </ButtonLink>
            ) : null
          }
        />
        {search.done === 'deleted' ? <Notice tone="success">{t('deleted')}</Notice> : null}
        <Registrations count={list.registrations} />
        {groups.length === 0 ? (
          <EmptyState icon="lock" title={t('noGroupsTitle')} text={t('noGroups')} />
        ) : (
          <>
            <CustomerFilters
              action={paths.deskContacts()}
              view={view}
              groups={groups}
              searchLabel={t('search')}
              hint={t('searchHint')}
            />
            {rows.length > 0 ? (
              <Panel>
                <ContactTable rows={rows} groups={groups.length > 1 && !view.group} />
              </Panel>
            ) : view.q ? (
              <EmptyState icon="search" title={t('nothingFoundTitle', { query: view.q })} text={t('nothingFound')}>
                <ButtonLink href={paths.deskContacts()}>{t('showAll')}</ButtonLink>
              </EmptyState>
            ) : (
              <EmptyState icon="users" title={t('emptyTitle')} text={t('empty')} />
            )}
            <ListPages previous={previous && address({ before: previous })} next={next && address({ after: next })} />
          </>
        )}
      </Page>
    </DeskFrame>
  )
})

/** The way to those who have registered and wait, where there are any. */
async function Registrations({ count }: { count: number }) {
  if (count === 0) return null
  const t = await getTranslations('registration.desk')
  return (
    <Notice>
      <a href={paths.deskContacts('registrations')}>{t(count < 100 ? 'waiting' : 'waitingMany', { count })}</a>
    </Notice>
  )
}

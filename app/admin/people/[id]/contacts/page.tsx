import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { PersonHeader } from '#app/admin/people/person-header.tsx'
import { ListPages } from '#app/parts/list-pages.tsx'
import { profileContacts } from '#lib/engineers/queries/contacts.ts'
import { engineerViewShape } from '#lib/engineers/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Page } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { ContactTable } from './contact-table.tsx'

/** The contacts who share a profile. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.id)
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const { profile, total, rows, newer, older } = await profileContacts(
    viewer,
    id,
    engineerViewShape.parse(search),
    locale,
  )
  const title = t('contactsTitle', { name: profile.name })
  return (
    <AdminFrame viewer={viewer} area="people" title={title}>
      <Page>
        <PersonHeader person={{ ...profile, isTrack: true, contacts: total }} tab="contacts" />
        {total === 0 ? (
          <EmptyState icon="user" title={t('noContactsTitle')} text={t('noContacts')} />
        ) : (
          <>
            {rows.length === total ? null : <p data-part="field-note">{t('hiddenContacts')}</p>}
            {rows.length > 0 ? (
              <Panel>
                <ContactTable rows={rows} caption={title} />
              </Panel>
            ) : null}
          </>
        )}
        <ListPages
          previous={newer && paths.admin('people', id, 'contacts', { after: newer })}
          next={older && paths.admin('people', id, 'contacts', { before: older })}
        />
      </Page>
    </AdminFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { customerListShape } from '#lib/contacts/customer-list.ts'
import { contactList } from '#lib/contacts/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { ContactTable } from './contact-table.tsx'
import { CustomerListPage } from './customer-list.tsx'

export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const list = await contactList(viewer, customerListShape.parse(search), locale)
  return (
    <CustomerListPage
      viewer={viewer}
      area="contacts"
      list={list}
      groups={list.groups}
      done={search.done === 'deleted' ? t('deleted') : undefined}
      above={<Registrations count={list.registrations} />}
      table={ContactTable}
    />
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

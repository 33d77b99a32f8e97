import type { ContactRecord } from '#lib/contacts/queries/record.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { setContactActive } from '../actions.ts'

/** What the engineer's roles let it do with the contact itself; its account has buttons of its own. */
export async function ContactActions({
  contact,
  hasCompanies,
  hasAccount,
}: {
  contact: ContactRecord
  hasCompanies: boolean
  hasAccount: boolean
}) {
  const t = await getTranslations()
  const { id, active, mayWrite, mayDelete, mayKeepAccounts } = contact
  return (
    <>
      {mayKeepAccounts && hasAccount ? <ButtonLink href={paths.viewAs(id)}>{t('viewAs.link')}</ButtonLink> : null}
      {mayWrite ? (
        <>
          <ButtonLink href={paths.deskContacts(id, 'edit')}>{t('common.change')}</ButtonLink>
          {hasCompanies ? <ButtonLink href={paths.deskContacts(id, 'move')}>{t('contacts.move')}</ButtonLink> : null}
          <form action={setContactActive}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="active" value={active ? 'no' : 'yes'} />
            <Button>{active ? t('contacts.deactivate') : t('contacts.reactivate')}</Button>
          </form>
        </>
      ) : null}
      {mayDelete ? <ButtonLink href={paths.deskContacts(id, 'delete')}>{t('contacts.delete')}</ButtonLink> : null}
    </>
  )
}

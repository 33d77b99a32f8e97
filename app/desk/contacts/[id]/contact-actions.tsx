import type { ContactRecord } from '#lib/contacts/queries/record.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { setContactActive } from '../actions.ts'

/** What the engineer's roles let it do with the contact itself; its account has buttons of its own. */
export async function ContactActions({ contact, hasCompanies }: { contact: ContactRecord; hasCompanies: boolean }) {
  const [t, common] = await Promise.all([getTranslations('contacts'), getTranslations('common')])
  const { id, active, mayWrite, mayDelete } = contact
  return (
    <>
      {mayWrite ? (
        <>
          <ButtonLink href={paths.deskContacts(id, 'edit')}>{common('change')}</ButtonLink>
          {hasCompanies ? <ButtonLink href={paths.deskContacts(id, 'move')}>{t('move')}</ButtonLink> : null}
          <form action={setContactActive}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="active" value={active ? 'no' : 'yes'} />
            <Button>{active ? t('deactivate') : t('reactivate')}</Button>
          </form>
        </>
      ) : null}
      {mayDelete ? <ButtonLink href={paths.deskContacts(id, 'delete')}>{t('delete')}</ButtonLink> : null}
    </>
  )
}

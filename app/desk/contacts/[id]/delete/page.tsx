import { getLocale } from 'next-intl/server'
import { removeContact } from '#app/desk/contacts/actions.ts'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { contactDeletion } from '#lib/contacts/queries/deletion.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

export default deskPage(async (viewer, { params }) => {
  const [t, common, locale] = await Promise.all([getTranslations('contacts'), getTranslations('common'), getLocale()])
  const { contact, held, nav } = await contactDeletion(viewer, idIn(params.id), locale)
  const back = paths.deskContacts(contact.id)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${t('deleteTitle')}: ${contact.name}`} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader
          title={t('deleteTitle')}
          meta={<a href={back}>{contact.name}</a>}
          lead={held ? t('problems.contactInUse') : t('deleteText')}
        />
        {held ? (
          <div data-part="actions">
            <ButtonLink href={back}>{t('toContact')}</ButtonLink>
          </div>
        ) : (
          <RecordForm
            danger
            action={removeContact}
            sections={[{ fields: [{ kind: 'hidden', name: 'id', value: contact.id }] }]}
            words={await formWords(t('deleteNow'), { contactInUse: t('problems.contactInUse') })}
          >
            <ButtonLink href={back}>{common('cancel')}</ButtonLink>
          </RecordForm>
        )}
      </Page>
    </DeskFrame>
  )
})

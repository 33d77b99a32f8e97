import { getLocale } from 'next-intl/server'
import { saveContact } from '#app/desk/contacts/actions.ts'
import { fieldProblems } from '#app/desk/contacts/field-problems.ts'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { recordSections } from '#app/desk/contacts/record-sections.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { contactForm } from '#lib/contacts/queries/form.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { Alike } from '../outcome.tsx'

export default deskPage(async (viewer, { params }) => {
  const [t, common, locale] = await Promise.all([getTranslations('contacts'), getTranslations('common'), getLocale()])
  const { contact, version, model, alike, nav } = await contactForm(viewer, idIn(params.id), locale)
  const back = paths.deskContacts(contact.id)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${t('editTitle')}: ${contact.name}`} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader title={t('editTitle')} meta={<a href={back}>{contact.name}</a>} />
        <Alike found={alike} />
        <RecordForm
          sticky
          action={saveContact}
          sections={await recordSections({ model, level: 'contact', held: contact }, { id: contact.id, version })}
          words={await formWords(common('save'), await fieldProblems())}
        >
          <ButtonLink href={back}>{common('cancel')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
})

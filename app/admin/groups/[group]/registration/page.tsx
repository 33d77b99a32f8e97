import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { GroupFrame } from '#app/admin/groups/group-frame.tsx'
import { idOf } from '#app/admin/id-of.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { offerPage } from '#lib/registration/queries/offer.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { saveOffer } from './actions.ts'
import { offerSections } from './sections.ts'

/** Whether people register themselves in a customer group, where, who, and what becomes of it. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.group)
  const [t, messages, locale] = await Promise.all([getTranslations('registration.admin'), getMessages(), getLocale()])
  const page = await offerPage(viewer, id, locale)
  return (
    <GroupFrame viewer={viewer} head={page.head} part="registration">
      {search.done === 'registration' ? <Notice tone="success">{t('saved')}</Notice> : null}
      <p>{t('lead')}</p>
      {page.offer.open && !page.head.portalEnabled ? <Notice tone="warning">{t('closedNote')}</Notice> : null}
      <RecordForm
        sticky
        action={saveOffer}
        sections={await offerSections(id, page)}
        words={await formWords(t('save'), messages.registration.admin.problems)}
      />
    </GroupFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { deactivate } from '#app/admin/people/actions.ts'
import { personWords } from '#app/admin/people/sections.ts'
import { type EngineerForm, engineerForm } from '#lib/engineers/queries/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

/** Says what deactivating does, and to how many, before it is done. */
export default adminPage(async (viewer, { params }) => {
  const id = idOf(params.id)
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const form = await engineerForm(viewer, id, locale)
  const title = t('deactivateTitle', { name: form.person.name })
  return (
    <AdminFrame viewer={viewer} area="people" title={title}>
      <Page>
        <PageHeader title={title} />
        <Notice tone="warning">
          <Consequences form={form} />
        </Notice>
        <p>{t('keeps')}</p>
        <RecordForm
          danger
          action={deactivate}
          sections={[{ fields: [{ kind: 'hidden', name: 'id', value: id }] }]}
          words={await personWords(t('deactivateNow'))}
        >
          <ButtonLink href={paths.admin('people', id)}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </RecordForm>
      </Page>
    </AdminFrame>
  )
})

async function Consequences({ form: { person, contacts, signedIn, fixedFor } }: { form: EngineerForm }) {
  const t = await getTranslations('people')
  if (!person.isTrack) return <p>{t('engineerLoses', { name: person.name })}</p>
  return (
    <>
      <p>
        <strong>{t('loseAccess', { count: contacts })}</strong>{' '}
        {contacts > 0 ? t('signedIn', { count: signedIn }) : null}
      </p>
      {fixedFor.length > 0 ? <p>{t('fixedFor', { groups: fixedFor.join(', ') })}</p> : null}
    </>
  )
}

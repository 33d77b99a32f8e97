import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { removeLostFactor } from '#app/admin/people/actions.ts'
import { holdsFactor } from '#app/parts/second-factor/held.ts'
import { LostForm } from '#app/parts/second-factor/lost-form.tsx'
import { engineerForm } from '#lib/engineers/queries/page.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'

export default adminPage(async (viewer, { params }) => {
  const id = idOf(params.id)
  const [t, locale] = await Promise.all([getTranslations('factors'), getLocale()])
  const { person, factors } = await engineerForm(viewer, id, locale)
  // One's own is taken away where the password is asked.
  if (!holdsFactor(factors) || id === viewer.engineer) throw notFound()
  const { name } = person
  const title = t('card.lostTitle')
  const back = paths.admin('people', id)
  return (
    <AdminFrame viewer={viewer} area="people" title={`${title}: ${name}`}>
      <Page>
        <PageHeader title={title} meta={<a href={back}>{name}</a>} />
        <LostForm id={id} name={name} required={factors.required} action={removeLostFactor} back={back} />
      </Page>
    </AdminFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { holdsFactor } from '#app/parts/second-factor/held.ts'
import { LostForm } from '#app/parts/second-factor/lost-form.tsx'
import { accountForm } from '#lib/accounts/queries/account-form.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { removeLostFactor } from './actions.ts'

export default deskPage(async (viewer, { params }) => {
  const [t, locale] = await Promise.all([getTranslations('factors'), getLocale()])
  const { contact, card, nav } = await accountForm(viewer, idIn(params.id), locale)
  if (!holdsFactor(card.factors)) throw notFound()
  const { id, name } = contact
  const title = t('card.lostTitle')
  const back = paths.deskContacts(id)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${title}: ${name}`} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader title={title} meta={<a href={back}>{name}</a>} />
        <LostForm id={id} name={name} required={card.factors.required} action={removeLostFactor} back={back} />
      </Page>
    </DeskFrame>
  )
})

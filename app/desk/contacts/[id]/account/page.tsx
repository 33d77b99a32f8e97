import { getLocale } from 'next-intl/server'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { type AccountForm, accountForm } from '#lib/accounts/queries/account-form.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { keepAccount } from './actions.ts'
import { accountSections } from './sections.ts'

export default deskPage(async (viewer, { params }) => {
  const [t, common, locale] = await Promise.all([
    getTranslations('accountCard'),
    getTranslations('common'),
    getLocale(),
  ])
  const form = await accountForm(viewer, idIn(params.id), locale)
  const { contact, card, nav } = form
  const back = paths.deskContacts(contact.id)
  const title = card.account ? t('changeTitle') : t('giveTitle')
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${title}: ${contact.name}`} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader title={title} meta={<a href={back}>{contact.name}</a>} />
        {card.assignment === 'none' || !card.login ? (
          <Notice>{card.login ? t('groupGivesNone') : t('noLoginField')}</Notice>
        ) : (
          <RecordForm
            action={keepAccount}
            sections={accountSections(form, t)}
            words={await words(form)}
            once={{
              note: t('generated', { name: contact.name }),
              next: (
                <ButtonLink variant="primary" href={`${back}?done=account`}>
                  {t('toContact')}
                </ButtonLink>
              ),
            }}
          >
            <ButtonLink href={back}>{common('cancel')}</ButtonLink>
          </RecordForm>
        )}
      </Page>
    </DeskFrame>
  )
})

async function words({ card, minLength }: AccountForm) {
  const [t, password] = await Promise.all([getTranslations('accountCard'), getTranslations('password')])
  return formWords(card.account ? t('save') : t('giveNow'), {
    taken: t('loginTaken'),
    too_short: password('tooShort', { min: minLength }),
    too_long: password('tooLong', { max: 128 }),
    common: password('tooCommon'),
    contains_login: t('passwordContainsName'),
    elsewhere: t('passwordElsewhere'),
    unknown: t('profileGone'),
    noAccounts: t('groupGivesNone'),
  })
}

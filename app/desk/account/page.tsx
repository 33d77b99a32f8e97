import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { Identities, IdentityNotice } from '#app/parts/identities.tsx'
import { OwnSessions } from '#app/parts/own-sessions.tsx'
import { FactorSection } from '#app/parts/second-factor/section.tsx'
import { ownAccount } from '#lib/accounts/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { deskNavBeside } from '#lib/tickets/queries/desk-nav.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { endOthers, endSession } from './actions.ts'

/** The engineer's own account: how one signs in, and where one is signed in. */
export default deskPage(async (viewer, { search }) => {
  const [t, words, account] = await Promise.all([
    getTranslations('account'),
    getTranslations('factors'),
    ownAccount(viewer),
  ])
  const nav = await deskNavBeside(viewer, await getLocale())
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('title')}>
      <Page>
        {search.done === 'session' ? <Notice tone="success">{t('sessionEnded')}</Notice> : null}
        <IdentityNotice done={search.done} problem={search.problem} />
        <PageHeader title={t('title')} lead={words('account.lead')} />
        <Section title={t('profile')}>
          <DescriptionList
            facts={[
              { label: t('name'), value: viewer.name },
              { label: t('login'), value: account.login },
              ...(account.email ? [{ label: t('email'), value: account.email }] : []),
            ]}
          />
        </Section>
        <Section title={t('password')}>
          <p>{t('passwordLead')}</p>
          <p>
            <ButtonLink href={paths.changePassword('engineer')}>
              {(await getTranslations('password'))('submit')}
            </ButtonLink>
          </p>
        </Section>
        <Identities viewer={viewer} />
        <FactorSection viewer={viewer} />
        <OwnSessions sessions={account.sessions} end={endSession} endOthers={endOthers} />
      </Page>
    </DeskFrame>
  )
})

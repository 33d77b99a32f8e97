import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { Identities, IdentityNotice } from '#app/parts/identities.tsx'
import { OwnSessions } from '#app/parts/own-sessions.tsx'
import { FactorSection } from '#app/parts/second-factor/section.tsx'
import { LanguageSwitch, SchemeSwitch } from '#app/preferences/switches.tsx'
import { ownAccount } from '#lib/accounts/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { endOthers, endSession } from './actions.ts'
import { Mails } from './mails.tsx'

export default portalPage(async (viewer, { search }) => {
  const [t, theme, account] = await Promise.all([getTranslations('account'), wornTheme(), ownAccount(viewer)])
  const known = (label: string, value: string | null) => (value ? [{ label, value }] : [])
  return (
    <PortalFrame viewer={viewer} place="account" title={t('title')}>
      <Page>
        {search.done === 'password' ? (
          <Notice tone="success">{(await getTranslations('password'))('changed')}</Notice>
        ) : null}
        {search.done === 'session' ? <Notice tone="success">{t('sessionEnded')}</Notice> : null}
        <IdentityNotice done={search.done} problem={search.problem} />
        <PageHeader title={t('title')} />
        <Section title={t('profile')}>
          <DescriptionList
            facts={[
              { label: t('name'), value: viewer.name },
              ...known(t('company'), viewer.company_name),
              ...known(t('email'), account.email),
              { label: t('login'), value: account.login },
            ]}
          />
        </Section>
        <Section title={t('password')}>
          <p>{t('passwordLead')}</p>
          <p>
            <ButtonLink href={paths.changePassword()}>{(await getTranslations('password'))('submit')}</ButtonLink>
          </p>
        </Section>
        <Section title={(await getTranslations('language'))('label')}>
          <p>{t('languageLead')}</p>
          <LanguageSwitch />
        </Section>
        {theme.schemes === 'both' && theme.allowToggle ? (
          <Section title={(await getTranslations('scheme'))('label')}>
            <p>{t('schemeLead')}</p>
            <SchemeSwitch />
          </Section>
        ) : null}
        <Mails />
        <Changeable viewer={viewer}>
          {viewer.kind === 'contact' ? <Identities viewer={viewer} /> : null}
          <FactorSection viewer={viewer} />
          <OwnSessions sessions={account.sessions} end={endSession} endOthers={endOthers} />
        </Changeable>
      </Page>
    </PortalFrame>
  )
})

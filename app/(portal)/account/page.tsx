import { getLocale } from 'next-intl/server'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { Identities, IdentityNotice } from '#app/parts/identities.tsx'
import { LanguageSwitch, SchemeSwitch } from '#app/preferences/switches.tsx'
import { type OwnSession, ownAccount } from '#lib/accounts/queries.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { deviceName } from '#lib/mail/device-name.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'
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
          <Sessions sessions={account.sessions} />
        </Changeable>
      </Page>
    </PortalFrame>
  )
})

async function Sessions({ sessions }: { sessions: OwnSession[] }) {
  const [t, locale] = await Promise.all([getTranslations('account'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const moment = (at: Date) => (
    <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
  )
  return (
    <Section title={t('sessions')}>
      <p>{t('sessionsLead')}</p>
      <Table
        caption={t('sessions')}
        rows={sessions}
        rowKey={(session) => session.id}
        plain
        columns={[
          {
            key: 'device',
            label: t('sessionDevice'),
            heading: true,
            cell: (session) =>
              `${deviceName(session.device) ?? t('sessionUnknown')}${session.current ? ` (${t('sessionThis')})` : ''}`,
          },
          { key: 'start', label: t('sessionStart'), labelled: true, cell: (session) => moment(session.startedAt) },
          { key: 'last', label: t('sessionLast'), labelled: true, cell: (session) => moment(session.lastUsedAt) },
          {
            key: 'end',
            label: t('sessionEnd'),
            labelHidden: true,
            cell: (session) =>
              session.current ? null : (
                <form action={endSession}>
                  <input type="hidden" name="session" value={session.id} />
                  <Button>{t('sessionEnd')}</Button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <form action={endOthers}>
          <Button>{t('sessionsEndOthers')}</Button>
        </form>
      ) : null}
    </Section>
  )
}

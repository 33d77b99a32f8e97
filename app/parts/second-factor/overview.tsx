import { getLocale } from 'next-intl/server'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { type OwnFactors, ownFactors } from '#lib/factors/queries/own.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { beginAppSetUp } from './actions.ts'
import { Passkeys } from './passkeys.tsx'

const OUTCOMES = ['app', 'passkey', 'removed'] as const

/** One's own second factor, for customers and engineers: what there is, and the ways to change it. */
export async function factorsOverview(viewer: SignedInViewer | ViewingViewer, search: { done?: string | undefined }) {
  const t = await getTranslations('factors')
  const factors = await ownFactors(viewer)
  const done = OUTCOMES.find((one) => one === search.done)
  const kind = viewer.kind === 'engineer' ? 'engineer' : 'contact'
  const count = (factors.app ? 1 : 0) + factors.passkeys.length
  const must = factors.required && count === 0
  const title = t('title')
  const page = (
    <Page>
      {done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
      {must ? <Notice tone="warning">{t('required')}</Notice> : null}
      <PageHeader
        title={title}
        lead={t('lead')}
        meta={must ? undefined : <a href={paths.account(kind)}>{t('toAccount')}</a>}
      />
      <p>
        <strong>{t('state', { count })}</strong> {factors.required && count === 1 ? t('requiredHelp') : null}
      </p>
      <App factors={factors} kind={kind} />
      <Passkeys factors={factors} kind={kind} />
      {count > 0 ? <Codes left={factors.recoveryCodes} kind={kind} /> : null}
    </Page>
  )
  return { title, page }
}

type Kind = 'contact' | 'engineer'

async function App({ factors: { app, required, passkeys }, kind }: { factors: OwnFactors; kind: Kind }) {
  const [t, locale] = await Promise.all([getTranslations('factors'), getLocale()])
  const formats = formatsFor(locale)
  const mayGo = !required || passkeys.length > 0
  return (
    <Section title={t('app')}>
      <p>{t('appLead')}</p>
      {app?.confirmedAt ? (
        <p>
          {t('appSince', { date: formats.date(app.confirmedAt) })}
          {app.lastUsedAt ? `. ${t('appUsed', { when: formats.relative(app.lastUsedAt, new Date()) })}` : null}
        </p>
      ) : (
        <p>{t('appNone')}</p>
      )}
      <Actions>
        <form action={beginAppSetUp}>
          <Button variant={app || passkeys.length > 0 ? 'quiet' : 'primary'}>
            {app ? t('appReplace') : t('appAdd')}
          </Button>
        </form>
        {app && mayGo ? (
          <ButtonLink href={paths.secondFactor(kind, 'remove', { factor: 'app' })}>{t('appRemove')}</ButtonLink>
        ) : null}
      </Actions>
    </Section>
  )
}

async function Codes({ left, kind }: { left: number; kind: Kind }) {
  const t = await getTranslations('factors')
  return (
    <Section title={t('codes')}>
      <p>{t('codesLead')}</p>
      {left < 3 ? (
        <Notice tone="warning">{t('codesLeft', { count: left })}</Notice>
      ) : (
        <p>{t('codesLeft', { count: left })}</p>
      )}
      <Actions>
        <ButtonLink href={paths.secondFactor(kind, 'codes')}>{t('codesRenew')}</ButtonLink>
      </Actions>
    </Section>
  )
}

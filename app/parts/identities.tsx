import { getLocale } from 'next-intl/server'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { PROBLEMS } from '#lib/auth/oidc/problem.ts'
import type { OfferedProvider } from '#lib/auth/oidc/provider.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type OwnIdentity, ownIdentities } from '#lib/identities/queries.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Table } from '#lib/ui/table.tsx'
import { disconnect } from './identity-action.ts'
import { offeredHere } from './sign-in-with.tsx'

const DONE = ['connected', 'disconnected'] as const
const OWN_PROBLEMS = [...PROBLEMS, 'onlyWay'] as const

type Row = OfferedProvider & { identity: OwnIdentity | undefined }

/** The services by which the viewer may sign in here, each to be connected or disconnected; nothing where there are none. */
export async function Identities({ viewer }: { viewer: SignedInViewer }) {
  const [offered, own] = await Promise.all([offeredHere(viewer.kind), ownIdentities(viewer)])
  if (offered.length === 0) return null
  const t = await getTranslations('sso')
  const rows = offered.map((one) => ({ ...one, identity: own.find(({ providerId }) => providerId === one.id) }))
  return (
    <Section title={t('own.title')} id="services">
      <p>{t('own.lead')}</p>
      {await servicesTable(rows, viewer.kind)}
    </Section>
  )
}

/** What came of connecting or disconnecting. */
export async function IdentityNotice({ done, problem }: { done: string | undefined; problem: string | undefined }) {
  const t = await getTranslations('sso')
  const what = DONE.find((one) => one === done)
  const wrong = OWN_PROBLEMS.find((one) => one === problem)
  if (what) return <Notice tone="success">{t(`own.done.${what}`)}</Notice>
  return wrong && wrong !== 'full' ? <Notice tone="danger">{t(`own.problems.${wrong}`)}</Notice> : null
}

async function servicesTable(rows: Row[], kind: SignedInViewer['kind']) {
  const [t, locale] = await Promise.all([getTranslations('sso'), getLocale()])
  const { full } = formatsFor(locale)
  return (
    <Table
      plain
      caption={t('own.title')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'service', label: t('own.service'), heading: true, cell: ({ name }) => name },
        {
          key: 'account',
          label: t('own.account'),
          labelled: true,
          cell: ({ identity }) => (identity ? t('own.connected', { label: identity.label }) : t('own.notConnected')),
        },
        {
          key: 'used',
          label: t('own.lastUsed'),
          labelled: true,
          cell: ({ identity }) => (identity?.lastUsedAt ? full(identity.lastUsedAt) : t('own.never')),
        },
        {
          key: 'change',
          label: t('own.change'),
          labelHidden: true,
          cell: ({ key, name, identity }) =>
            identity ? (
              <form action={disconnect}>
                <input type="hidden" name="identity" value={identity.id} />
                <Button aria-label={t('own.disconnectName', { name })}>{t('own.disconnect')}</Button>
              </form>
            ) : (
              <form action={paths.signInWith(key)} method="post">
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="connect" value="on" />
                <Button aria-label={t('own.connectName', { name })}>{t('own.connect')}</Button>
              </form>
            ),
        },
      ]}
    />
  )
}

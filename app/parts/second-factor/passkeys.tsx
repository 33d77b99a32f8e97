import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { relyingParty } from '#lib/auth/second-factor/relying-party.ts'
import type { OwnFactors, OwnPasskey } from '#lib/factors/queries/own.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Table } from '#lib/ui/table.tsx'

/** The passkeys of an account. One made at another host is shown with it: it works there alone. */
export async function Passkeys({ factors, kind }: { factors: OwnFactors; kind: 'contact' | 'engineer' }) {
  const t = await getTranslations('factors')
  const site = await relyingParty(await headers())
  const last = factors.required && !factors.app && factors.passkeys.length === 1
  return (
    <Section title={t('passkeys')}>
      <p>{t('passkeysLead')}</p>
      {factors.passkeys.length === 0 ? (
        <p>{t('passkeysNone')}</p>
      ) : (
        <PasskeyTable passkeys={factors.passkeys} kind={kind} here={site?.id} mayGo={!last} />
      )}
      <noscript>
        <p>{t('passkeysNoScript')}</p>
      </noscript>
      {site ? (
        <Actions>
          <ButtonLink href={paths.secondFactor(kind, 'passkey')}>{t('passkeyAdd')}</ButtonLink>
        </Actions>
      ) : (
        <p>{t('problems.noPasskeysHere')}</p>
      )}
    </Section>
  )
}

async function PasskeyTable({
  passkeys,
  kind,
  here,
  mayGo,
}: {
  passkeys: OwnPasskey[]
  kind: 'contact' | 'engineer'
  here: string | undefined
  mayGo: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations('factors'), getLocale()])
  const formats = formatsFor(locale)
  const nameOf = ({ name, rpId }: OwnPasskey) => (rpId === here ? name : t('passkeyElsewhere', { name, host: rpId }))
  return (
    <Table
      caption={t('passkeys')}
      rows={passkeys}
      rowKey={({ id }) => id}
      plain
      columns={[
        { key: 'name', label: t('passkeyName'), heading: true, cell: (one) => <span dir="auto">{nameOf(one)}</span> },
        { key: 'made', label: t('passkeyMade'), labelled: true, cell: ({ createdAt }) => formats.date(createdAt) },
        {
          key: 'used',
          label: t('passkeyUsed'),
          labelled: true,
          cell: ({ lastUsedAt }) => (lastUsedAt ? formats.relative(lastUsedAt, new Date()) : t('passkeyNever')),
        },
        {
          key: 'remove',
          label: t('remove'),
          labelHidden: true,
          cell: ({ id, name }) =>
            mayGo ? (
              <a
                href={paths.secondFactor(kind, 'remove', { factor: `passkey-${id}` })}
                aria-label={t('passkeyRemove', { name })}
              >
                {t('remove')}
              </a>
            ) : null,
        },
      ]}
    />
  )
}

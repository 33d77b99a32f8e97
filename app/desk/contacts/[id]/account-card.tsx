import { getLocale } from 'next-intl/server'
import { heldFactors, holdsFactor } from '#app/parts/second-factor/held.ts'
import type { Account, AccountCard as Card } from '#lib/accounts/queries/card.ts'
import { keepsOut } from '#lib/accounts/state.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { AccountActions } from './account-actions.tsx'

/** The portal account as the seeds of CM.Track show it: login, password as dots, profile, and in words how it stands. */
export async function AccountCard({ card }: { card: Card }) {
  const t = await getTranslations('accountCard')
  const { account, mayKeep } = card
  const given = card.assignment !== 'none' && card.login !== null
  return (
    <Section
      id="account"
      title={t('title')}
      more={
        mayKeep && given && account ? (
          <ButtonLink href={paths.deskContacts(card.contactId, 'account')}>{t('change')}</ButtonLink>
        ) : null
      }
    >
      <Panel>
        <div data-part="section">
          {account ? <Facts card={card} account={account} /> : <p>{t('none')}</p>}
          {given ? null : <p data-part="field-note">{card.login ? t('groupGivesNone') : t('noLoginField')}</p>}
          {mayKeep && given && !account ? (
            <ButtonLink variant="primary" href={paths.deskContacts(card.contactId, 'account')}>
              {t('give')}
            </ButtonLink>
          ) : null}
          {mayKeep && account ? <AccountActions card={card} account={account} /> : null}
          {mayKeep ? null : <p data-part="field-note">{t('readOnly')}</p>}
        </div>
      </Panel>
    </Section>
  )
}

async function Facts({ card, account }: { card: Card; account: Account }) {
  const t = await getTranslations('accountCard')
  const password = card.ways.includes('DATABASE') ? (
    account.hasPassword ? (
      <span role="img" aria-label={t('passwordSet')}>
        ••••••••••
      </span>
    ) : (
      t('passwordNone')
    )
  ) : (
    t('passwordElsewhere')
  )
  return (
    <DescriptionList
      facts={[
        { label: card.login?.label ?? t('login'), value: account.login },
        { label: card.password?.label ?? t('password'), value: password },
        ...(card.ldapId || account.ldapId
          ? [{ label: card.ldapId?.label ?? t('ldapId'), value: account.ldapId ?? t('notGiven') }]
          : []),
        {
          label: t('profile'),
          value: (
            <>
              {account.profile?.name ?? t('profileNone')}
              {card.assignment === 'fixed' ? <div data-part="field-note">{t('profileFixed')}</div> : null}
            </>
          ),
        },
        { label: (await getTranslations('factors'))('card.title'), value: <Factors card={card} /> },
        { label: t('state'), value: <States card={card} account={account} /> },
      ]}
    />
  )
}

async function Factors({ card: { contactId, factors, mayKeep } }: { card: Card }) {
  const t = await getTranslations('factors')
  return (
    <>
      {await heldFactors(factors)}
      {mayKeep && holdsFactor(factors) ? (
        <div>
          <a href={paths.deskContacts(contactId, 'second-factor')}>{t('card.lost')}</a>
        </div>
      ) : null}
    </>
  )
}

async function States({ card, account }: { card: Card; account: Account }) {
  const [t, locale] = await Promise.all([getTranslations('accountCard'), getLocale()])
  const formats = formatsFor(locale)
  const until = (at: Date | null) => (at ? formats.full(at) : '')
  const { lastSignInAt } = account
  return (
    <ul>
      {card.states.map((state) => (
        <li key={state}>
          <Badge tone={keepsOut(state) ? 'danger' : state === 'ready' ? 'success' : 'info'}>
            {t(`states.${state}.short`)}
          </Badge>{' '}
          {t(`states.${state}.text`, {
            until: until(state === 'locked' ? account.lockedUntil : account.blockedUntil),
          })}
        </li>
      ))}
      {lastSignInAt ? <li>{t('lastSignIn', { at: formats.full(lastSignInAt) })}</li> : null}
    </ul>
  )
}

import type { Account, AccountCard } from '#lib/accounts/queries/card.ts'
import { isInvitable } from '#lib/accounts/state.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { invite, setAccountEnabled, signOutEverywhere, takeAccount, unlock } from './account/actions.ts'

/** What can be done with an account at one press. */
export async function AccountActions({ card, account }: { card: AccountCard; account: Account }) {
  const t = await getTranslations('accountCard')
  const waits = account.blockedUntil !== null || account.lockedUntil !== null
  const invitable = isInvitable(card.states, card.ways)
  const contact = <input type="hidden" name="id" value={card.contactId} />
  return (
    <>
      <div data-part="actions">
        {invitable && card.email ? (
          <form action={invite}>
            {contact}
            <Button>{t('invite')}</Button>
          </form>
        ) : null}
        {waits ? (
          <form action={unlock}>
            {contact}
            <Button>{t('unlock')}</Button>
          </form>
        ) : null}
        {account.liveSessions > 0 ? (
          <form action={signOutEverywhere}>
            {contact}
            <Button>{t('endSessions', { count: account.liveSessions })}</Button>
          </form>
        ) : null}
        <form action={setAccountEnabled}>
          {contact}
          <input type="hidden" name="enabled" value={account.disabled ? 'yes' : 'no'} />
          <Button>{account.disabled ? t('enable') : t('disable')}</Button>
        </form>
      </div>
      {invitable && !card.email ? <p data-part="field-note">{t('inviteNoEmail')}</p> : null}
      <Disclosure summary={t('remove')}>
        <p>{t('removeText')}</p>
        <form action={takeAccount}>
          {contact}
          <Button variant="danger">{t('removeNow')}</Button>
        </form>
      </Disclosure>
    </>
  )
}

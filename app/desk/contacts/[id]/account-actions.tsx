import type { Account } from '#lib/accounts/queries/card.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { setAccountEnabled, signOutEverywhere, takeAccount, unlock } from './account/actions.ts'

/** What can be done with an account at one press. */
export async function AccountActions({ contactId, account }: { contactId: number; account: Account }) {
  const t = await getTranslations('accountCard')
  const waits = account.blockedUntil !== null || account.lockedUntil !== null
  const contact = <input type="hidden" name="id" value={contactId} />
  return (
    <>
      <div data-part="actions">
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

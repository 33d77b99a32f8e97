import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { Share } from '#lib/tickets/queries/desk-side.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { Button } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { leaveOut, stopShare } from './people-actions.ts'

/** Who of the customers takes part, and with whom they share the ticket. */
export async function People({ ticket }: { ticket: DeskTicket }) {
  const t = await getTranslations('deskTicket')
  const { number, participants, shares, mayWrite, faq } = ticket
  if (faq || (!mayWrite && participants.length === 0 && shares.length === 0)) return null
  return (
    <Section
      title={t('people')}
      more={mayWrite ? <a href={paths.deskPart('tickets', number, 'participants')}>{t('addParticipant')}</a> : null}
    >
      {participants.length > 0 ? (
        <ul data-part="uploads">
          {participants.map(({ id, name }) => (
            <li key={id}>
              {name ? <a href={paths.deskPart('contacts', id)}>{name}</a> : t('somebody')}
              {mayWrite ? (
                <form action={leaveOut}>
                  <input type="hidden" name="number" value={number} />
                  <input type="hidden" name="contact" value={id} />
                  <Button aria-label={t('removePerson', { name: name || t('somebody') })}>{t('remove')}</Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {shares.length > 0 ? (
        <>
          <h3>{t('shares')}</h3>
          <ul data-part="uploads">
            {shares.map((share) => (
              <ShareItem key={share.id} share={share} number={number} mayEnd={mayWrite} />
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

async function ShareItem({ share, number, mayEnd }: { share: Share; number: number; mayEnd: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const { id, readOnly, until, holds } = share
  const [name, sharer] = [share.name || t('somebody'), share.sharer || t('somebody')]
  const facts = [
    readOnly ? t('shareReadOnly') : undefined,
    holds && until ? t('shareUntil', { date: formatsFor(locale).date(until) }) : undefined,
    holds ? undefined : t('shareEnded'),
  ].filter(Boolean)
  return (
    <li>
      <span>{t('share', { name, sharer })}</span>
      {facts.length > 0 ? <small>{facts.join(' · ')}</small> : null}
      {holds && mayEnd ? (
        <form action={stopShare}>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="share" value={id} />
          <Button aria-label={t('removePerson', { name })}>{t('remove')}</Button>
        </form>
      ) : null}
    </li>
  )
}

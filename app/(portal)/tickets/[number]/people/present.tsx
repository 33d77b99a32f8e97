import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { LivingShare, TicketPeople } from '#lib/tickets/queries/people.ts'
import { Button } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { endSharing, removeColleague } from './actions.ts'

/** Who takes part now, and with whom the ticket is shared, each with the button that ends it. */
export async function Present({ people: { number, participants, shares } }: { people: TicketPeople }) {
  const t = await getTranslations('portalTicket')
  if (participants.length === 0 && shares.length === 0) return <p>{t('nobody')}</p>
  return (
    <>
      {participants.length > 0 ? (
        <Section title={t('involved')}>
          <ul data-part="uploads">
            {participants.map(({ id, name }) => (
              <li key={id}>
                <span>{name}</span>
                <form action={removeColleague}>
                  <input type="hidden" name="number" value={number} />
                  <input type="hidden" name="contact" value={id} />
                  <Button aria-label={t('removePerson', { name })}>{t('remove')}</Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {shares.length > 0 ? (
        <Section title={t('sharedWith')}>
          <ul data-part="uploads">
            {shares.map((share) => (
              <Shared key={share.share} share={share} number={number} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

async function Shared({ share, number }: { share: LivingShare; number: number }) {
  const [t, locale] = await Promise.all([getTranslations('portalTicket'), getLocale()])
  const facts = [
    share.readOnly ? t('readOnly') : undefined,
    share.until ? t('until', { date: formatsFor(locale).date(share.until) }) : undefined,
    share.own ? undefined : t('shareBy', { name: share.sharer }),
  ].filter(Boolean)
  return (
    <li>
      <span>{share.name}</span>
      {facts.length > 0 ? <small>{facts.join(' · ')}</small> : null}
      <form action={endSharing}>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="share" value={share.share} />
        <Button aria-label={t('endFor', { name: share.name })}>{t('end')}</Button>
      </form>
    </li>
  )
}

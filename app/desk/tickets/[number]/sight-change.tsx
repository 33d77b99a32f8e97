import { getTranslations } from '#lib/i18n/translations.ts'
import type { SightChange as Change, Onlookers } from '#lib/tickets/queries/onlookers.ts'
import { Notice } from '#lib/ui/notice.tsx'

const SHOWN = 20

/** Who will see the ticket that does not now, and the other way round: before it is done. */
export async function SightChange({ change: { gain, lose } }: { change: Change }) {
  const t = await getTranslations('deskTicket')
  const some = (people: Onlookers) => people.customers.length + people.engineers.length > 0
  if (!some(gain) && !some(lose)) return <Notice>{t('nobodyChanges')}</Notice>
  return (
    <>
      {some(gain) ? (
        <Notice tone="warning">
          <p>
            <strong>{t('gain')}</strong>
          </p>
          <People people={gain} />
        </Notice>
      ) : null}
      {some(lose) ? (
        <Notice tone="warning">
          <p>
            <strong>{t('lose')}</strong>
          </p>
          <People people={lose} />
        </Notice>
      ) : null}
    </>
  )
}

async function People({ people: { customers, engineers } }: { people: Onlookers }) {
  const t = await getTranslations('deskTicket')
  const named = (list: readonly { name: string }[]) =>
    [
      ...list.slice(0, SHOWN).map(({ name }) => name),
      ...(list.length > SHOWN ? [t('more', { count: list.length - SHOWN })] : []),
    ].join(', ')
  return (
    <ul>
      {customers.length > 0 ? (
        <li>
          {t('customers')}: {named(customers)}
        </li>
      ) : null}
      {engineers.length > 0 ? (
        <li>
          {t('engineers')}: {named(engineers)}
        </li>
      ) : null}
    </ul>
  )
}

import { getTranslations } from '#lib/i18n/translations.ts'
import type { SeatsUsed } from '#lib/licence/queries.ts'
import { paths } from '#lib/paths.ts'

/** How many seats are in use and free, with the way to the licence. */
export async function SeatsLine({ seats: { limit, engineers, profiles } }: { seats: SeatsUsed }) {
  const t = await getTranslations('people')
  const used = engineers + profiles
  return (
    <>
      <span>
        {limit === null ? t('seats', { used }) : t('seatsOf', { used, limit, free: Math.max(0, limit - used) })}
      </span>
      <a href={paths.admin('licence')}>{t('toLicence')}</a>
    </>
  )
}

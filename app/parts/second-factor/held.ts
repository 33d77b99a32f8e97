import type { FactorsHeld } from '#lib/factors/queries/of-person.ts'
import { getTranslations } from '#lib/i18n/translations.ts'

export const holdsFactor = ({ app, passkeys }: FactorsHeld) => app || passkeys > 0

/** What others are told of somebody's second factor, in words. */
export async function heldFactors(held: FactorsHeld): Promise<string> {
  const t = await getTranslations('factors.card')
  if (!holdsFactor(held)) return held.required ? t('noneRequired') : t('none')
  const { app, passkeys, recoveryCodes } = held
  const factors = t('held', { app: String(app), both: String(app && passkeys > 0), passkeys })
  return `${factors}; ${t('codes', { count: recoveryCodes })}`
}

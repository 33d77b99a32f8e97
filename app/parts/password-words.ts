import { MAX_LENGTH } from '#lib/auth/password-policy.ts'
import { getTranslations } from '#lib/i18n/translations.ts'

/** The words around a new password, wherever it is chosen; `min` is its length at least. */
export async function passwordWords(min: number) {
  const t = await getTranslations()
  return {
    summary: t('common.errorSummary'),
    new: t('password.new'),
    repeat: t('password.repeat'),
    rules: t('password.rules', { min }),
    submit: t('password.submit'),
    failed: t('errors.unexpected.text'),
    codes: { too_many: t('errors.too_many.text'), not_found: t('reset.expired') },
    problems: {
      missing: t('password.missing'),
      wrong: t('password.wrong'),
      too_short: t('password.tooShort', { min }),
      too_long: t('password.tooLong', { max: MAX_LENGTH }),
      common: t('password.tooCommon'),
      contains_login: t('password.containsSite'),
      same: t('password.same'),
      mismatch: t('password.mismatch'),
    },
  }
}

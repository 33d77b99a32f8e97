import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { ownLogin } from '#lib/accounts/queries.ts'
import { MAX_LENGTH } from '#lib/auth/password-policy.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { settings } from '#lib/settings/queries.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { PasswordForm } from './password-form.tsx'

/** Changing one's own password, by wish or because the present one is an initial one; for customers and engineers. */
export async function passwordPage(viewer: SignedInViewer | ViewingViewer) {
  const [t, login, values] = await Promise.all([
    getTranslations('password'),
    ownLogin(viewer),
    settings('password.min_length'),
  ])
  const min = values['password.min_length']
  const title = viewer.must_change_password ? t('mustChangeTitle') : t('title')
  const page = (
    <Page>
      <PageHeader title={title} lead={viewer.must_change_password ? t('mustChange') : undefined} />
      <PasswordForm
        login={login}
        words={{
          summary: (await getTranslations('common'))('errorSummary'),
          current: t('current'),
          new: t('new'),
          repeat: t('repeat'),
          rules: t('rules', { min }),
          submit: t('submit'),
          failed: (await getTranslations('errors'))('unexpected.text'),
          tooMany: (await getTranslations('errors'))('too_many.text'),
          problems: {
            missing: t('missing'),
            wrong: t('wrong'),
            too_short: t('tooShort', { min }),
            too_long: t('tooLong', { max: MAX_LENGTH }),
            common: t('tooCommon'),
            contains_login: t('containsSite'),
            same: t('same'),
            mismatch: t('mismatch'),
          },
        }}
      />
    </Page>
  )
  return { title, page }
}

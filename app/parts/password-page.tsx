import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { ownLogin } from '#lib/accounts/queries.ts'
import { passwordsAreKeptHere } from '#lib/auth/methods.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { settings } from '#lib/settings/queries.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { changePassword } from './password-action.ts'
import { PasswordForm } from './password-form.tsx'
import { passwordWords } from './password-words.ts'

/** Changing one's own password, by wish or because the present one is an initial one; for customers and engineers. */
export async function passwordPage(viewer: SignedInViewer | ViewingViewer) {
  const [t, login, values, keptHere] = await Promise.all([
    getTranslations('password'),
    ownLogin(viewer),
    settings('password.min_length'),
    passwordsAreKeptHere(viewer.kind === 'engineer' ? 'engineer' : 'contact'),
  ])
  const min = values['password.min_length']
  const title = viewer.must_change_password ? t('mustChangeTitle') : t('title')
  const page = (
    <Page>
      <PageHeader title={title} lead={viewer.must_change_password ? t('mustChange') : undefined} />
      {keptHere ? (
        <PasswordForm
          login={login}
          action={changePassword}
          words={{ ...(await passwordWords(min)), current: t('current') }}
        />
      ) : (
        <Notice>{t('elsewhere')}</Notice>
      )}
    </Page>
  )
  return { title, page }
}

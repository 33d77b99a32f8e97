import { headers } from 'next/headers'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { registrationForms } from '#lib/registration/queries/forms.ts'

/** The way to register, where people may at this host. */
export async function RegisterLink() {
  const forms = await registrationForms((await headers()).get('host') ?? '').catch(() => [])
  if (forms.length === 0) return null
  const t = await getTranslations('registration')
  return (
    <p>
      <a href={paths.register()}>{t('fromSignIn')}</a>
    </p>
  )
}

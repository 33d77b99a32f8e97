import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { localPath, paths } from '#lib/paths.ts'
import { SCHEME_COOKIE } from '#lib/themes/worn.ts'
import { SwitchForm } from '#lib/ui/shell/switch-form.tsx'

export async function LanguageSwitch() {
  const [t, locale, keep] = await Promise.all([getTranslations('language'), getLocale(), here()])
  const options = languages().map(({ value, label }) => ({ value, label, lang: value }))
  return (
    <SwitchForm
      action={paths.preferences()}
      label={t('label')}
      name="locale"
      options={options}
      current={locale}
      keep={keep}
    />
  )
}

export async function SchemeSwitch() {
  const [t, jar, keep] = await Promise.all([getTranslations('scheme'), cookies(), here()])
  const options = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(value) }))
  const current = jar.get(SCHEME_COOKIE)?.value ?? 'system'
  return (
    <SwitchForm
      action={paths.preferences()}
      label={t('label')}
      name="scheme"
      options={options}
      current={current}
      keep={keep}
    />
  )
}

async function here(): Promise<{ back: string }> {
  return { back: localPath((await headers()).get('x-portico-path')) }
}

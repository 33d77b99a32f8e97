import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { previewedTheme, wornTheme } from '#lib/themes/worn.ts'
import { ViewingBanner } from '#lib/ui/viewing-banner.tsx'

/** Says that this browser shows a theme for trial, with the way out. */
export async function PreviewBanner() {
  if (!(await previewedTheme())) return null
  const [t, theme] = await Promise.all([getTranslations('themesAdmin'), wornTheme()])
  return (
    <ViewingBanner
      action={paths.admin('themes', 'preview', 'leave')}
      text={t('previewing', { name: theme.name })}
      end={t('leave')}
    />
  )
}

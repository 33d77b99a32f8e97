import { getTranslations } from '#lib/i18n/translations.ts'
import { degradedThemes } from '#lib/themes/registry.ts'
import { Badge } from '#lib/ui/badge.tsx'

/** Whether a theme is worn as it was written; if not, what stands in and why. */
export async function ThemeState({ theme, whole }: { theme: string; whole?: boolean }) {
  const t = await getTranslations('themesAdmin')
  const degraded = degradedThemes().find(({ id }) => id === theme)
  if (!degraded) return <Badge tone="success">{t('fine')}</Badge>
  return (
    <>
      <Badge tone="warning">{t(`degraded.${degraded.wearing}`)}</Badge>
      <div data-part="field-note">{degraded.reason}</div>
      {whole ? <div data-part="field-note">{t(`degradedHelp.${degraded.wearing}`)}</div> : null}
    </>
  )
}

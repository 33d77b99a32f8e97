import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'

/** Lets this browser wear the theme. */
export async function PreviewButton({ theme }: { theme: string }) {
  const t = await getTranslations('themesAdmin')
  return (
    <form action={paths.admin('themes', 'preview', 'open')} method="post">
      <input type="hidden" name="theme" value={theme} />
      <Button>{t('openPreview')}</Button>
    </form>
  )
}

import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { openPreview } from './actions.ts'

/** Lets this browser wear the theme. */
export async function PreviewButton({ theme }: { theme: string }) {
  const t = await getTranslations('themesAdmin')
  return (
    <form action={openPreview}>
      <input type="hidden" name="theme" value={theme} />
      <Button>{t('openPreview')}</Button>
    </form>
  )
}

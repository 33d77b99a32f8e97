import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { unlock } from '../actions.ts'

/** While failed sign-ins make an engineer wait: until when, and the button that ends it. */
export async function Waits({ id, until }: { id: number; until: Date | null }) {
  if (!until) return null
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  return (
    <Notice tone="warning">
      <p>{t('waitsUntil', { until: formatsFor(locale).full(until) })}</p>
      <form action={unlock}>
        <input type="hidden" name="id" value={id} />
        <Button>{t('unlock')}</Button>
      </form>
    </Notice>
  )
}

import { getLocale } from 'next-intl/server'
import type { Anchor } from '#lib/audit/chain.ts'
import { lastVerified } from '#lib/audit/queries/integrity.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { verifyNow } from './actions.ts'

/** Whether the chain held when it was last walked, and the button that walks it now. */
export async function Integrity() {
  const t = await getTranslations('audit')
  const anchor = lastVerified()
  const button = (
    <form action={verifyNow}>
      <Button>{t('verify')}</Button>
    </form>
  )
  return (
    <Section title={t('integrity')} more={button}>
      {anchor ? await verdict(anchor) : <Notice tone="info">{t('never')}</Notice>}
    </Section>
  )
}

async function verdict({ at, rows, complete, broken }: Anchor) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()])
  const formats = formatsFor(locale)
  const when = formats.relative(at, new Date())
  if (broken) {
    return (
      <Notice tone="danger">
        <p>{t(broken.how, { id: String(broken.id), when })}</p>
        <p>{t('brokenNext')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone={complete ? 'success' : 'info'}>
      {t(complete ? 'whole' : 'sofar', { rows: formats.number(rows), when })}
    </Notice>
  )
}

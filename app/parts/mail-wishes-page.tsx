import { getLocale } from 'next-intl/server'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { CHOICES, type Choice, DESK_CHOICES } from '#lib/mail/kinds.ts'
import { mailWishesOf } from '#lib/mail/queries/choice.ts'
import { RHYTHMS } from '#lib/mail/times.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { formWords } from './form-words.ts'
import { keepMailWishes } from './mail-wishes-action.ts'

/** Which mails one wants, and when; for customers and engineers. */
export async function mailWishesPage(viewer: SignedInViewer | ViewingViewer, done: string | undefined) {
  const [t, locale, { wanted, times, email }] = await Promise.all([
    getTranslations('notifications'),
    getLocale(),
    mailWishesOf(viewer),
  ])
  const choices: readonly Choice[] = viewer.kind === 'engineer' ? DESK_CHOICES : CHOICES
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(locale, hour * 60) }))
  const title = t('title')
  const form = (
    <RecordForm
      action={keepMailWishes}
      conditions={{ hour: { name: 'rhythm', values: ['daily'] } }}
      sections={[
        {
          fields: [
            { kind: 'hidden', name: 'choice', value: 'mails' },
            {
              kind: 'checkboxes',
              name: 'wanted',
              label: t('which'),
              options: choices.map((value) => ({ value, label: t(`choices.${value}`) })),
              values: wanted,
            },
            {
              kind: 'radio',
              name: 'rhythm',
              label: t('rhythm'),
              help: t('rhythmHelp'),
              options: RHYTHMS.map((value) => ({ value, label: t(`rhythms.${value}`) })),
              value: times.rhythm,
            },
            { kind: 'select', name: 'hour', label: t('hour'), options: hours, value: String(times.hour) },
          ],
        },
        {
          title: t('quiet'),
          help: t('quietHelp'),
          fields: [
            { kind: 'time', name: 'quietFrom', label: t('quietFrom'), value: typed(times.quiet?.from) },
            { kind: 'time', name: 'quietUntil', label: t('quietUntil'), value: typed(times.quiet?.until) },
            {
              kind: 'text',
              name: 'timeZone',
              label: t('timeZone'),
              help: t('timeZoneHelp'),
              value: times.timeZone,
              suggestions: Intl.supportedValuesOf('timeZone'),
              spellCheck: false,
            },
          ],
        },
      ]}
      words={await formWords(t('save'), { quiet: t('problems.quiet'), timeZone: t('problems.timeZone') })}
    />
  )
  const head = (
    <>
      {done === 'saved' ? <Notice tone="success">{t('saved')}</Notice> : null}
      <PageHeader title={title} lead={email ? t('address', { address: email }) : t('noAddress')} />
    </>
  )
  return { title, head, form }
}

const typed = (minutes: number | undefined) => (minutes === undefined ? undefined : clock('en', minutes))

function clock(locale: string, minutes: number): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, 0, 1, 0, minutes),
  )
}

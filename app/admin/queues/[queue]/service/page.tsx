import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idIn } from '#app/admin/queues/address.ts'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { serverTimeZone } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { WEEKDAYS } from '#lib/queues/input.ts'
import { servicePage } from '#lib/queues/queries/pages.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { save } from './actions.ts'
import { clockText, hoursText, weekdayName } from './clock.ts'

/** When the queue is served, and how long an answer may take. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idIn(params.queue)
  const [t, messages, locale] = await Promise.all([getTranslations('queues'), getMessages(), getLocale()])
  const { head, stored, version } = await servicePage(viewer, id, locale)
  const { answerMinutes, serviceHours } = stored
  return (
    <QueueFrame viewer={viewer} head={head} part="service" done={search.done}>
      <p>{t('service.lead')}</p>
      <RecordForm
        action={save}
        words={await formWords(t('save'), messages.queues.problems)}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'queue', value: id },
              { kind: 'hidden', name: 'version', value: version },
              {
                kind: 'text',
                name: 'answerHours',
                label: t('service.answerHours'),
                help: t('service.answerHoursHelp'),
                inputMode: 'decimal',
                value: hoursText(answerMinutes, locale),
              },
            ],
          },
          {
            title: t('service.hours'),
            fields: [
              {
                kind: 'checkbox',
                name: 'always',
                label: t('service.always'),
                help: t('service.alwaysHelp'),
                checked: serviceHours === null,
              },
              {
                kind: 'text',
                name: 'timeZone',
                label: t('service.timeZone'),
                help: t('service.timeZoneHelp'),
                value: serviceHours?.timeZone ?? serverTimeZone(),
                suggestions: Intl.supportedValuesOf('timeZone'),
                spellCheck: false,
              },
              {
                kind: 'rows',
                name: 'days',
                label: t('service.days'),
                help: t('service.daysHelp'),
                corner: t('service.day'),
                columns: [t('service.from'), t('service.to')],
                rows: WEEKDAYS.map((day) => ({
                  key: String(day),
                  heading: weekdayName(day, locale),
                  cells: [
                    { name: `days.${day}.from`, kind: 'time', value: clockText(serviceHours?.days[day]?.[0]) },
                    { name: `days.${day}.to`, kind: 'time', value: clockText(serviceHours?.days[day]?.[1]) },
                  ],
                })),
              },
            ],
          },
        ]}
      />
    </QueueFrame>
  )
})

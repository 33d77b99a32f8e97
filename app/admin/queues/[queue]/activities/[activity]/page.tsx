import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idIn } from '#app/admin/queues/address.ts'
import { DeleteSection } from '#app/admin/queues/delete-section.tsx'
import { isNew } from '#app/admin/queues/part-fields.ts'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { activityForm } from '#lib/queues/queries/parts.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create, remove, save } from '../actions.ts'
import { activitySections } from './sections.ts'

/** An activity of a queue, or a new one. */
export default adminPage(async (viewer, { params }) => {
  const queue = idIn(params.queue)
  const id = isNew(params.activity) ? undefined : idIn(params.activity)
  const [t, messages, locale] = await Promise.all([getTranslations('queues'), getMessages(), getLocale()])
  const { head, stored, version, statuses, fields } = await activityForm(viewer, queue, id, locale)
  const { problems } = messages.queues
  const known = id !== undefined && version !== undefined && stored ? { id, version, ...stored } : undefined
  const name = known ? (known.labels[locale] ?? known.labels.en ?? known.key) : t('activities.new')
  return (
    <QueueFrame viewer={viewer} head={head} part="activities" title={name}>
      <RecordForm
        action={known ? save : create}
        sections={await activitySections(queue, known, statuses, fields)}
        words={await formWords(known ? t('save') : t('activities.create'), problems)}
      />
      {known ? (
        <DeleteSection
          action={remove}
          name={name}
          ids={{ queue, id: known.id }}
          used={[]}
          free={t('activities.free')}
          problems={problems}
        />
      ) : null}
    </QueueFrame>
  )
})

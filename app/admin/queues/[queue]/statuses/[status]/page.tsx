import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idIn } from '#app/admin/queues/address.ts'
import { DeleteSection } from '#app/admin/queues/delete-section.tsx'
import { isNew } from '#app/admin/queues/part-fields.ts'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { usesWords } from '#app/admin/queues/uses-words.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { statusForm } from '#lib/queues/queries/parts.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create, remove, save } from '../actions.ts'
import { statusSections } from './sections.ts'

/** A status of a queue, or a new one. */
export default adminPage(async (viewer, { params }) => {
  const queue = idIn(params.queue)
  const id = isNew(params.status) ? undefined : idIn(params.status)
  const [t, messages, locale] = await Promise.all([getTranslations('queues'), getMessages(), getLocale()])
  const { head, stored, version, uses } = await statusForm(viewer, queue, id, locale)
  const { problems } = messages.queues
  const known = id !== undefined && version !== undefined && stored ? { id, version, ...stored } : undefined
  const name = known ? (known.labels[locale] ?? known.labels.en ?? known.key) : t('statuses.new')
  return (
    <QueueFrame viewer={viewer} head={head} part="statuses" title={name}>
      <RecordForm
        action={known ? save : create}
        sections={await statusSections(queue, known, uses?.tickets ?? 0)}
        words={await formWords(known ? t('save') : t('statuses.create'), problems)}
      />
      {known && uses && !known.isInitial ? (
        <DeleteSection
          action={remove}
          name={name}
          ids={{ queue, id: known.id }}
          used={await usesWords(uses, (what, count) => t(`uses.${what}`, { count }))}
          free={t('delete.free')}
          problems={problems}
        />
      ) : null}
    </QueueFrame>
  )
})

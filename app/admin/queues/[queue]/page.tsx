import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idIn } from '#app/admin/queues/address.ts'
import { basicsSections } from '#app/admin/queues/basics.ts'
import { DeleteSection } from '#app/admin/queues/delete-section.tsx'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { usesWords } from '#app/admin/queues/uses-words.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { queuePage } from '#lib/queues/queries/pages.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { remove, save } from './actions.ts'

/** A queue's basics, and its end. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idIn(params.queue)
  const [t, messages, locale] = await Promise.all([getTranslations('queues'), getMessages(), getLocale()])
  const { head, stored, version, uses } = await queuePage(viewer, id, locale)
  const { problems } = messages.queues
  const hidden = [
    { kind: 'hidden' as const, name: 'queue', value: id },
    { kind: 'hidden' as const, name: 'version', value: version },
  ]
  return (
    <QueueFrame viewer={viewer} head={head} done={search.done}>
      <RecordForm
        action={save}
        sections={[{ fields: hidden }, ...(await basicsSections(stored))]}
        words={await formWords(t('save'), problems)}
      />
      <DeleteSection
        action={remove}
        name={head.label}
        ids={{ queue: id }}
        used={await usesWords(uses, (what, count) => t(`uses.${what}`, { count }))}
        free={t('delete.free')}
        instead={t('delete.deactivate')}
        problems={problems}
      />
    </QueueFrame>
  )
})

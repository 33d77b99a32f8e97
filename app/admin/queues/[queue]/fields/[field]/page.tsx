import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idIn } from '#app/admin/queues/address.ts'
import { DeleteSection } from '#app/admin/queues/delete-section.tsx'
import { isNew } from '#app/admin/queues/part-fields.ts'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { usesWords } from '#app/admin/queues/uses-words.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { fieldForm } from '#lib/queues/queries/parts.ts'
import { FIELD_TYPES } from '#lib/tickets/field-types.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create, remove, save } from '../actions.ts'
import { fieldSections } from './sections.ts'
import { TypeTiles } from './type-tiles.tsx'

/** A field of a queue's tickets, or a new one, whose type is chosen first. */
export default adminPage(async (viewer, { params, search }) => {
  const queue = idIn(params.queue)
  const id = isNew(params.field) ? undefined : idIn(params.field)
  const [t, messages, locale] = await Promise.all([getTranslations('queues'), getMessages(), getLocale()])
  const { head, stored, version, others, uses } = await fieldForm(viewer, queue, id, locale)
  const { problems } = messages.queues
  const known = id !== undefined && version !== undefined && stored ? { id, version, ...stored } : undefined
  const type = known?.type ?? FIELD_TYPES.find((one) => one === search.type)
  if (!type) {
    return (
      <QueueFrame viewer={viewer} head={head} part="fields" title={t('fields.new')}>
        <TypeTiles hrefOf={(one) => paths.admin('queues', queue, 'fields', 'new', { type: one })} />
      </QueueFrame>
    )
  }
  const name = known
    ? (known.labels[locale] ?? known.labels.en ?? known.key)
    : t('fields.typeOf', { type: t(`fields.types.${type}`) })
  return (
    <QueueFrame viewer={viewer} head={head} part="fields" title={name}>
      <RecordForm
        action={known ? save : create}
        sections={await fieldSections({ queue, known, type, others, used: Boolean(uses?.values), locale })}
        words={await formWords(known ? t('save') : t('fields.create'), problems)}
      />
      {known && uses ? (
        <DeleteSection
          action={remove}
          name={name}
          ids={{ queue, id: known.id }}
          used={await usesWords(uses, (what, count) => t(`uses.${what}`, { count }))}
          free={t('delete.free')}
          instead={t('fields.hide')}
          problems={problems}
        />
      ) : null}
    </QueueFrame>
  )
})

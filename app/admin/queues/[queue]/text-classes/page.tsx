import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idIn } from '#app/admin/queues/address.ts'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { queueTextClassesPage } from '#lib/queues/queries/pages.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { save } from './actions.ts'

/** The classes that entries of the queue may have, and the ones that writers begin with. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idIn(params.queue)
  const [t, messages, locale] = await Promise.all([getTranslations('queues'), getMessages(), getLocale()])
  const { head, stored, version, classes } = await queueTextClassesPage(viewer, id, locale)
  const option = (one: { id: number; label: string }) => ({ value: String(one.id), label: one.label })
  return (
    <QueueFrame viewer={viewer} head={head} part="text-classes" done={search.done}>
      <p>
        {t('textClasses.lead')} <a href={paths.admin('text-classes')}>{t('textClasses.manage')}</a>
      </p>
      <RecordForm
        action={save}
        words={await formWords(t('save'), messages.queues.problems)}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'queue', value: id },
              { kind: 'hidden', name: 'version', value: version },
              {
                kind: 'checkboxes',
                name: 'allowed',
                label: t('textClasses.allowed'),
                values: stored.allowed.map(String),
                options: classes.map((one) => ({
                  ...option(one),
                  label: (
                    <>
                      {one.label}{' '}
                      <span data-part="field-note">
                        · {one.customerVisible ? t('textClasses.visible') : t('textClasses.internal')}
                      </span>
                    </>
                  ),
                })),
              },
            ],
          },
          {
            title: t('textClasses.defaults'),
            fields: [
              {
                kind: 'select',
                name: 'engineerTextClassId',
                label: t('textClasses.engineer'),
                help: t('textClasses.engineerHelp'),
                options: classes.map(option),
                empty: t('textClasses.none'),
                value: textOf(stored.engineerTextClassId),
              },
              {
                kind: 'select',
                name: 'customerTextClassId',
                label: t('textClasses.customer'),
                help: t('textClasses.customerHelp'),
                options: classes.filter((one) => one.customerVisible).map(option),
                empty: t('textClasses.none'),
                value: textOf(stored.customerTextClassId),
              },
            ],
          },
        ]}
      />
    </QueueFrame>
  )
})

function textOf(id: number | null): string {
  return id === null ? '' : String(id)
}

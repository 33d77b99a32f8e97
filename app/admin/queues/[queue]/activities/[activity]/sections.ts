import { labelRows } from '#app/admin/queues/label-rows.ts'
import { keyField, partFields } from '#app/admin/queues/part-fields.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { NewActivity } from '#lib/queues/activity-input.ts'
import type { FieldRow } from '#lib/queues/queries/parts.ts'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Known = (NewActivity & { id: number; version: string }) | undefined

/** The form of an activity, with the statuses and fields of its queue to choose from. */
export async function activitySections(
  queue: number,
  known: Known,
  statuses: { id: number; label: string }[],
  fields: FieldRow[],
): Promise<RecordSection[]> {
  const t = await getTranslations('queues')
  const options = statuses.map(({ id, label }) => ({ value: String(id), label }))
  return [
    {
      fields: [
        ...partFields(queue, known),
        await labelRows(
          t('activities.words'),
          [{ name: 'labels', label: t('label'), texts: known?.labels }],
          t('activities.wordsHelp'),
        ),
        ...(await keyField(known)),
      ],
    },
    {
      title: t('activities.steps'),
      fields: [
        {
          kind: 'checkboxes',
          name: 'from',
          label: t('activities.from'),
          options,
          values: known?.from.map(String) ?? [],
        },
        {
          kind: 'select',
          name: 'toStatusId',
          label: t('activities.to'),
          options,
          ...(known ? { value: String(known.toStatusId) } : {}),
        },
        {
          kind: 'checkbox',
          name: 'customersMayExecute',
          label: t('activities.customersMayExecute'),
          help: t('activities.customersMayExecuteHelp'),
          checked: known?.customersMayExecute ?? false,
        },
      ],
    },
    {
      title: t('activities.form'),
      help: fields.length ? t('activities.formHelp') : t('activities.formNone'),
      fields: [
        {
          kind: 'checkbox',
          name: 'asksComment',
          label: t('activities.asksComment'),
          checked: known?.asksComment ?? false,
        },
        {
          kind: 'checkboxes',
          name: 'formFields',
          label: t('activities.formFields'),
          values: known?.formFields ?? [],
          options: fields.map(({ key, label, exposure }) => ({
            value: key,
            label,
            help: t(`fields.exposures.${exposure}`),
          })),
        },
      ],
    },
  ]
}

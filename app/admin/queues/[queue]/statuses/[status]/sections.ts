import { labelRows } from '#app/admin/queues/label-rows.ts'
import { keyField, partFields } from '#app/admin/queues/part-fields.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type NewStatus, STATUS_KINDS } from '#lib/queues/status-input.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Known = (NewStatus & { id: number; version: string }) | undefined

/** The form of a status; `tickets` stand in it. */
export async function statusSections(queue: number, known: Known, tickets: number): Promise<RecordSection[]> {
  const t = await getTranslations('queues')
  const initial: RecordFieldSpec = known?.isInitial
    ? { kind: 'hidden', name: 'isInitial', value: 'on' }
    : {
        kind: 'checkbox',
        name: 'isInitial',
        label: t('statuses.isInitial'),
        help: t('statuses.isInitialHelp'),
        checked: false,
      }
  return [
    {
      fields: [
        ...partFields(queue, known),
        await labelRows(
          t('statuses.words'),
          [
            { name: 'labels', label: t('label'), texts: known?.labels },
            { name: 'nextStep', label: t('statuses.nextStep'), texts: known?.nextStep },
          ],
          t('statuses.namesHelp'),
        ),
        ...(await keyField(known)),
      ],
    },
    {
      title: t('statuses.behaviour'),
      help: known?.isInitial ? t('statuses.isInitialNow') : undefined,
      fields: [
        {
          kind: 'radio',
          name: 'kind',
          label: t('kind'),
          ...(tickets ? { help: t('statuses.kindWarning', { count: tickets > 500 ? '500+' : tickets }) } : {}),
          value: known?.kind ?? 'open',
          options: STATUS_KINDS.map((kind) => ({
            value: kind,
            label: t(`statuses.kinds.${kind}`),
            help: t(`statuses.kindTexts.${kind}`),
          })),
        },
        {
          kind: 'checkbox',
          name: 'acceptsComments',
          label: t('statuses.acceptsComments'),
          help: t('statuses.acceptsCommentsHelp'),
          checked: known?.acceptsComments ?? true,
        },
        initial,
      ],
    },
  ]
}

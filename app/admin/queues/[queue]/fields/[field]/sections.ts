import { labelRows } from '#app/admin/queues/label-rows.ts'
import { keyField, partFields } from '#app/admin/queues/part-fields.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { NewField } from '#lib/queues/field-input.ts'
import type { FieldRow } from '#lib/queues/queries/parts.ts'
import { type FieldType, hasOptions } from '#lib/tickets/field-types.ts'
import type { RecordSection } from '#lib/ui/record-form.tsx'
import { initialField } from './initial-field.ts'
import { conditionField, optionRows, typeField } from './specs.ts'

export type KnownField = (NewField & { id: number; version: string }) | undefined

const EXPOSURES = ['none', 'read', 'full'] as const

/** The form of a field; `used` where a ticket has a value, so that the type may only become what those fit. */
export async function fieldSections({
  queue,
  known,
  type,
  others,
  used,
  locale,
}: {
  queue: number
  known: KnownField
  type: FieldType
  others: FieldRow[]
  used: boolean
  locale: string
}): Promise<RecordSection[]> {
  const t = await getTranslations('queues.fields')
  return [
    {
      fields: [
        ...partFields(queue, known),
        await labelRows(
          t('names'),
          [
            { name: 'labels', label: t('label'), texts: known?.labels },
            { name: 'help', label: t('help'), texts: known?.help },
            { name: 'section', label: t('section'), texts: known?.section },
          ],
          t('namesHelp'),
        ),
        ...(await keyField(known)),
        await typeField(known, type, used),
      ],
    },
    ...(hasOptions(type) ? [{ fields: [await optionRows(known?.options ?? [])] }] : []),
    {
      title: t('behaviour'),
      fields: [
        {
          kind: 'radio',
          name: 'exposure',
          label: t('exposure'),
          value: known?.exposure ?? 'full',
          options: EXPOSURES.map((one) => ({
            value: one,
            label: t(`exposures.${one}`),
            help: t(`exposureTexts.${one}`),
          })),
        },
        {
          kind: 'checkbox',
          name: 'required',
          label: t('required'),
          help: t('requiredHelp'),
          checked: known?.required ?? false,
        },
        ...(await initialField(known, type, locale)),
        await conditionField(known, others, locale),
      ],
    },
  ]
}

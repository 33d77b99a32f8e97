import { optionRows } from '#app/admin/queues/[queue]/fields/[field]/specs.ts'
import { labelRows } from '#app/admin/queues/label-rows.ts'
import { ANNOTATIONS, type SingleAnnotation } from '#lib/groups/annotations.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import type { StoredField, StoredFieldGroup } from '#lib/groups/queries/stored.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type FieldType, hasOptions } from '#lib/tickets/field-types.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Known = {
  group: number
  parent: StoredFieldGroup
  stored: (StoredField & { version: string }) | undefined
  type: FieldType
  takenBy: { annotation: SingleAnnotation; labels: Record<string, string> }[]
  locale: string
}

/** The form of a field. */
export async function fieldSections({ group, parent, stored, type, takenBy, locale }: Known): Promise<RecordSection[]> {
  const t = await getTranslations('groups.fields')
  const ids = stored ? { group, id: stored.id, version: stored.version } : { group, fieldGroup: parent.id, type }
  const hidden: RecordFieldSpec[] = Object.entries(ids).map(([name, value]) => ({ kind: 'hidden', name, value }))
  const key: RecordFieldSpec = {
    kind: 'text',
    name: 'key',
    label: t('key'),
    help: t('keyHelp'),
    spellCheck: false,
    autoComplete: 'off',
  }
  const texts = await labelRows(
    t('names'),
    [
      { name: 'labels', label: t('label'), texts: stored?.labels },
      { name: 'help', label: t('help'), texts: stored?.help ?? undefined },
    ],
    t('namesHelp'),
  )
  return [
    { fields: [...hidden, texts, ...(stored ? [] : [key])] },
    ...(hasOptions(type) ? [{ fields: [await optionRows(stored?.options ?? [])] }] : []),
    {
      fields: [
        {
          kind: 'checkbox',
          name: 'required',
          label: t('required'),
          help: t('requiredHelp'),
          checked: stored?.required ?? false,
        },
        await annotationField(parent, stored, takenBy, locale),
      ],
    },
  ]
}

/** Marks for companies are those of treatment only; one that another field has says which. */
async function annotationField(
  { level }: StoredFieldGroup,
  stored: StoredField | undefined,
  takenBy: Known['takenBy'],
  locale: string,
): Promise<RecordFieldSpec> {
  const t = await getTranslations('groups')
  const offered = level === 'contact' ? ANNOTATIONS : (['readonly', 'personal-data'] as const)
  return {
    kind: 'checkboxes',
    name: 'annotations',
    label: t('fields.annotations'),
    help: t('fields.annotationsHelp'),
    values: stored?.annotations ?? [],
    options: offered.map((value) => {
      const taken = takenBy.find(({ annotation }) => annotation === value)
      const text = t(`annotation.${value}`)
      return {
        value,
        label: value,
        help: taken ? `${text} ${t('fields.takenBy', { field: labelOf(taken.labels, locale) })}` : text,
      }
    }),
  }
}

import { Fragment } from 'react'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { FormField } from '#lib/tickets/field-input.ts'
import { AskedWhen } from '#lib/ui/asked-when.tsx'
import { CheckboxGroup, RadioGroup } from '#lib/ui/choices.tsx'
import { Input, Select, Textarea } from '#lib/ui/controls.tsx'
import { FormSection } from '#lib/ui/form.tsx'
import { yesOrNo } from './yes-or-no.ts'

type Values = Record<string, string | string[]>
type Props = {
  fields: FormField[]
  /** Whom a contact field suggests. */
  contacts: string[]
  locale: string
  values: Values
  errorOf: (name: string) => string | undefined
}

/** The queue's own fields under their section headings, in the administrator's order. */
export async function QueueFields({ fields, contacts, locale, values, errorOf }: Props) {
  const sections = Map.groupBy(fields, (field) => field.section ?? '')
  const controls = (list: FormField[]) =>
    list.map((field) => {
      const control = (
        <QueueField
          key={field.key}
          field={field}
          fields={fields}
          contacts={contacts}
          locale={locale}
          values={values}
          error={errorOf(`field.${field.key}`)}
        />
      )
      const { condition } = field
      if (!condition) return control
      return (
        <AskedWhen key={field.key} name={`field.${condition.field}`} values={condition.values}>
          {control}
        </AskedWhen>
      )
    })
  return [...sections].map(([title, list]) =>
    title ? (
      <FormSection key={title} title={title}>
        {controls(list)}
      </FormSection>
    ) : (
      <Fragment key="">{controls(list)}</Fragment>
    ),
  )
}

type FieldProps = Omit<Props, 'errorOf'> & { field: FormField; error: string | undefined }

async function QueueField({ field, fields, contacts, locale, values, error }: FieldProps) {
  const t = await getTranslations('common')
  const name = `field.${field.key}`
  const value = values[name] ?? startOf(field)
  const common = {
    name,
    label: field.label,
    help: await helpOf(field, fields, locale),
    error,
    mark: field.required ? undefined : t('optional'),
  }
  const text = { ...common, defaultValue: value === undefined ? '' : String(value) }
  const options = (field.options ?? []).map((one) => ({
    value: one.value,
    label: one.labels[locale] ?? one.labels.en ?? one.value,
  }))
  switch (field.type) {
    case 'long_text':
      return <Textarea {...text} rows={4} />
    case 'number':
      return <Input {...text} inputMode="decimal" />
    case 'date':
      return <Input {...text} type="date" />
    case 'date_time':
      return <Input {...text} type="datetime-local" />
    case 'email':
      return <Input {...text} type="email" autoComplete="email" />
    case 'link':
      return <Input {...text} type="url" />
    case 'boolean':
      return <RadioGroup {...text} options={await yesOrNo(field.required)} />
    case 'list':
      return <Select {...text} options={options} empty={t('choose')} />
    case 'multi_list':
      return <CheckboxGroup {...common} options={options} defaultValues={[value ?? []].flat()} />
    case 'contact':
      return (
        <>
          <Input {...text} list={`${name}-suggestions`} autoComplete="off" />
          <datalist id={`${name}-suggestions`}>
            {contacts.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )
    default:
      return <Input {...text} />
  }
}

/** A conditional field is always there, for a page without script cannot open it; its help says when it counts. */
async function helpOf(field: FormField, fields: FormField[], locale: string): Promise<string | undefined> {
  if (!field.condition) return field.help ?? undefined
  const { condition } = field
  const other = fields.find(({ key }) => key === condition.field)
  if (!other) return field.help ?? undefined
  const t = await getTranslations()
  const wanted = condition.values.map((value) => {
    if (other.type === 'boolean') return value === 'on' || value === 'true' ? t('common.yes') : t('common.no')
    const labels = other.options?.find((option) => option.value === value)?.labels
    return labels?.[locale] ?? labels?.en ?? value
  })
  const when = t('create.onlyIf', { field: other.label, values: wanted.join(', ') })
  return field.help ? `${when} ${field.help}` : when
}

/** A form that nobody has touched starts with what the administrator chose. */
function startOf({ type, initial }: FormField): string | string[] | undefined {
  if (initial === null || initial === undefined) return undefined
  if (type === 'boolean') return initial === true ? 'on' : 'off'
  return Array.isArray(initial) ? initial.map(String) : String(initial)
}

import type { ComponentProps } from 'react'
import { describedBy, Field, type FieldProps } from '#lib/ui/field.tsx'

type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldProps &
  Omit<ComponentProps<Tag>, keyof FieldProps | 'id'>

/** What every control carries so that label, help, error and the server's value belong together. */
function wiring({ name, help, error }: FieldProps) {
  return {
    id: name,
    name,
    'data-part': 'input',
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy({ name, help, error }),
  }
}

export function Input({ label, help, error, mark, ...rest }: Control<'input'>) {
  const field = { name: rest.name, label, help, error, mark }
  return (
    <Field {...field}>
      <input type="text" {...rest} {...wiring(field)} />
    </Field>
  )
}

export function Textarea({ label, help, error, mark, ...rest }: Control<'textarea'>) {
  const field = { name: rest.name, label, help, error, mark }
  return (
    <Field {...field}>
      <textarea dir="auto" rows={6} {...rest} {...wiring(field)} />
    </Field>
  )
}

export type Option = { value: string; label: string }

/** `empty` is the label of the choice of nothing; without it the first option is chosen. */
export function Select({
  label,
  help,
  error,
  mark,
  options,
  empty,
  ...rest
}: Control<'select'> & { options: readonly Option[]; empty?: string }) {
  const field = { name: rest.name, label, help, error, mark }
  return (
    <Field {...field}>
      <select {...rest} {...wiring(field)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Several files at once; what may be sent and how large is said in `help`. */
export function FileInput({ label, help, error, mark, ...rest }: Control<'input'>) {
  const field = { name: rest.name, label, help, error, mark }
  return (
    <Field {...field}>
      <input type="file" multiple {...rest} {...wiring(field)} />
    </Field>
  )
}

import type { ReactNode } from 'react'
import { describedBy, type FieldProps, FieldSet } from '#lib/ui/field.tsx'

export type Choice = { value: string; label: ReactNode; help?: ReactNode }

/** One yes-or-no question; sends `value` (default `on`) when ticked. */
export function Checkbox({
  name,
  label,
  help,
  error,
  value,
  defaultChecked,
}: {
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string | undefined
  value?: string
  defaultChecked?: boolean
}) {
  return (
    <Tick
      type="checkbox"
      id={name}
      name={name}
      label={label}
      help={help}
      error={error}
      value={value ?? 'on'}
      checked={defaultChecked ?? false}
    />
  )
}

/** One of several, each visible. */
export function RadioGroup({
  options,
  defaultValue,
  ...field
}: FieldProps & { options: readonly Choice[]; defaultValue?: string | undefined }) {
  return (
    <FieldSet {...field}>
      {options.map((option) => (
        <Tick
          key={option.value}
          type="radio"
          id={`${field.name}-${option.value}`}
          name={field.name}
          {...option}
          checked={option.value === defaultValue}
        />
      ))}
    </FieldSet>
  )
}

/** Any number of several; the form receives `name` once per ticked value. */
export function CheckboxGroup({
  options,
  defaultValues = [],
  ...field
}: FieldProps & { options: readonly Choice[]; defaultValues?: readonly string[] }) {
  return (
    <FieldSet {...field}>
      {options.map((option) => (
        <Tick
          key={option.value}
          type="checkbox"
          id={`${field.name}-${option.value}`}
          name={field.name}
          {...option}
          checked={defaultValues.includes(option.value)}
        />
      ))}
    </FieldSet>
  )
}

function Tick({
  type,
  id,
  name,
  value,
  label,
  help,
  error,
  checked,
}: Choice & { type: 'checkbox' | 'radio'; id: string; name: string; checked: boolean; error?: string | undefined }) {
  return (
    <div data-part="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ name: id, help, error })}
      />
      <label htmlFor={id}>{label}</label>
      {help ? (
        <div id={`${id}-help`} data-part="field-note">
          {help}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} data-part="field-error">
          {error}
        </p>
      ) : null}
    </div>
  )
}

import type { ReactNode } from 'react'
import { type FieldProps, FieldSet } from '#lib/ui/field.tsx'

export type Choice = { value: string; label: ReactNode; help?: ReactNode }

/** One yes-or-no question; sends `value` (default `on`) when ticked. */
export function Checkbox({
  name,
  label,
  help,
  value,
  defaultChecked,
}: {
  name: string
  label: ReactNode
  help?: ReactNode
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
  checked,
}: Choice & { type: 'checkbox' | 'radio'; id: string; name: string; checked: boolean }) {
  return (
    <div data-part="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-describedby={help ? `${id}-help` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {help ? (
        <div id={`${id}-help`} data-part="field-note">
          {help}
        </div>
      ) : null}
    </div>
  )
}

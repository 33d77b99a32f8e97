import type { ReactNode } from 'react'

export type FieldProps = {
  /** Also the id of the control; the error summary links to it. */
  name: string
  label: ReactNode
  help?: ReactNode
  error?: string | undefined
  /** The word for "required" or "optional", shown after the label. */
  mark?: string | undefined
}

/** Label, help and error around one control. */
export function Field({ name, label, help, error, mark, children }: FieldProps & { children: ReactNode }) {
  return (
    <div data-part="field" data-state={error ? 'error' : undefined}>
      <label htmlFor={name}>
        {label}
        <Mark>{mark}</Mark>
      </label>
      <Notes name={name} help={help} error={error} />
      {children}
    </div>
  )
}

/** The same around several controls: radio buttons, checkboxes. */
export function FieldSet({ name, label, help, error, mark, children }: FieldProps & { children: ReactNode }) {
  return (
    <fieldset
      data-part="field"
      data-state={error ? 'error' : undefined}
      id={name}
      tabIndex={-1}
      aria-describedby={describedBy({ name, help, error })}
    >
      <legend>
        {label}
        <Mark>{mark}</Mark>
      </legend>
      <Notes name={name} help={help} error={error} />
      {children}
    </fieldset>
  )
}

/** The ids of the help and the error that belong to a control. */
export function describedBy({ name, help, error }: Pick<FieldProps, 'name' | 'help' | 'error'>): string | undefined {
  const ids = [help ? `${name}-help` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function Mark({ children }: { children: string | undefined }) {
  return children ? <span data-part="field-note"> ({children})</span> : null
}

function Notes({ name, help, error }: Pick<FieldProps, 'name' | 'help' | 'error'>) {
  return (
    <>
      {help ? (
        <div id={`${name}-help`} data-part="field-note">
          {help}
        </div>
      ) : null}
      {error ? (
        <p id={`${name}-error`} data-part="field-error">
          {error}
        </p>
      ) : null}
    </>
  )
}

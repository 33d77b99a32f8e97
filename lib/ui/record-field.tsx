import { Checkbox, CheckboxGroup, type Choice, RadioGroup } from '#lib/ui/choices.tsx'
import { Input, type Option, Select, Textarea } from '#lib/ui/controls.tsx'
import type { FieldProps } from '#lib/ui/field.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { Matrix, type MatrixSpec } from '#lib/ui/matrix.tsx'
import { problemText } from '#lib/ui/problem-text.ts'
import { RowInputs, type RowInputsSpec } from '#lib/ui/row-inputs.tsx'

type Named = Omit<FieldProps, 'error'>

/** One field as data: its kind, its words and the value that the record has now. */
export type RecordFieldSpec =
  | (Named & {
      kind: 'text' | 'email' | 'url' | 'tel' | 'number' | 'date' | 'time' | 'datetime-local' | 'password' | 'file'
      value?: string | number | null | undefined
      autoComplete?: string
      min?: number | string
      max?: number | string
      step?: number | string
      inputMode?: 'numeric' | 'decimal'
      spellCheck?: boolean
      accept?: string
      /** Suggestions, of which any or none may be taken. */
      suggestions?: readonly string[]
    })
  | (Named & { kind: 'textarea'; value?: string | null | undefined; rows?: number; spellCheck?: boolean })
  | (Named & { kind: 'select'; options: readonly Option[]; empty?: string; value?: string | null | undefined })
  | (Named & { kind: 'checkbox'; checked: boolean })
  | (Named & { kind: 'radio'; options: readonly Choice[]; value?: string | undefined })
  | (Named & { kind: 'checkboxes'; options: readonly Choice[]; values: readonly string[] })
  | (MatrixSpec & { kind: 'matrix' })
  | (RowInputsSpec & { kind: 'rows' })
  /** Kept from people, so that whoever fills it in is a robot. */
  | { kind: 'trap'; name: string; label: string }
  | { kind: 'hidden'; name: string; value: string | number }
  /** Empty until an answer of the form's action fills it. */
  | { kind: 'held'; name: string }

/** After a refusal it shows what was typed; before, what the record has. */
export function RecordField({
  field,
  state,
  problems,
}: {
  field: RecordFieldSpec
  state: FormState
  problems: Record<string, string>
}) {
  const key = state.problem?.fields[field.name]
  const error = key ? { error: problemText(key, problems, state.problem?.detail) } : {}
  const typed = state.values?.[field.name]
  const refused = state.values !== undefined
  switch (field.kind) {
    case 'hidden':
      return <input type="hidden" name={field.name} value={field.value} />
    case 'held':
      return <input type="hidden" name={field.name} value={typed ?? ''} />
    case 'trap':
      return (
        <div data-part="hidden" aria-hidden="true">
          <label htmlFor={field.name}>{field.label}</label>
          <input type="text" id={field.name} name={field.name} tabIndex={-1} autoComplete="off" />
        </div>
      )
    case 'textarea': {
      const { kind, value, ...rest } = field
      return <Textarea {...rest} {...error} defaultValue={typed ?? value ?? ''} />
    }
    case 'select': {
      const { kind, value, ...rest } = field
      const now = typed ?? value ?? ''
      // React keeps a select's first default over a refusal; the key makes it take the new one.
      return <Select key={now} {...rest} {...error} defaultValue={now} />
    }
    case 'checkbox': {
      const { kind, checked, mark, ...rest } = field
      return <Checkbox {...rest} {...error} defaultChecked={refused ? typed !== undefined : checked} />
    }
    case 'radio': {
      const { kind, value, ...rest } = field
      return <RadioGroup {...rest} {...error} defaultValue={typed ?? value} />
    }
    case 'checkboxes': {
      const { kind, values, ...rest } = field
      return <CheckboxGroup {...rest} {...error} defaultValues={state.chosen?.[field.name] ?? values} />
    }
    case 'matrix': {
      const { kind, checked, ...rest } = field
      return <Matrix {...rest} {...error} checked={state.chosen?.[field.name] ?? checked} />
    }
    case 'rows': {
      const { kind, ...rest } = field
      return <RowInputs {...rest} state={state} problems={problems} />
    }
    default: {
      const { kind, value, suggestions, ...rest } = field
      const list = suggestions ? `${field.name}-suggestions` : undefined
      // A password never travels back, and a browser lets no page choose a file.
      const now = kind === 'password' || kind === 'file' ? undefined : (typed ?? value ?? '')
      return (
        <>
          <Input {...rest} {...error} type={kind} defaultValue={now} list={list} />
          {suggestions ? (
            <datalist id={list}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          ) : null}
        </>
      )
    }
  }
}

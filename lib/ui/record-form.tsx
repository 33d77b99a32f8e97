'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { AskedWhen } from '#lib/ui/asked-when.tsx'
import { Button } from '#lib/ui/button.tsx'
import { ErrorSummary } from '#lib/ui/error-summary.tsx'
import { Form, FormSection, StickySaveBar } from '#lib/ui/form.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { problemText } from '#lib/ui/problem-text.ts'
import { RecordField, type RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'

export type RecordSection = { title?: ReactNode; help?: ReactNode; fields: readonly RecordFieldSpec[] }

/** Every word that a form may need; `formWords` gathers them on the server. */
export type RecordFormWords = {
  submit: string
  summary: string
  /** By the key that a field's problem has. */
  problems: Record<string, string>
  /** By error code, for what concerns the whole form. */
  codes: Record<string, string>
  /** For a form that tells what saving would do: the button that asks, if one can ask, and the one that does what was told. */
  effect?: { preview?: string; confirm: string }
}

/**
 * The one form of desk and admin: described by data, refused by the server, with what was typed kept and each problem at
 * its field. Works without a script.
 */
export function RecordForm({
  action,
  sections,
  words,
  status,
  danger,
  quiet,
  sticky,
  conditions = {},
  once,
  closed,
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  sections: readonly RecordSection[]
  words: RecordFormWords
  /** Beside the button of a sticky bar: what saving does. */
  status?: ReactNode
  /** The button takes something away. */
  danger?: boolean
  /** The page has a stronger action than this one. */
  quiet?: boolean
  /** For a long form: the button stays in sight. */
  sticky?: boolean
  /** By a field's name: it is asked only while another field has one of these values. */
  conditions?: Record<string, { name: string; values: readonly string[] }>
  /** In place of the form, where the action made something that is shown only in its answer. */
  once?: { note: ReactNode; next: ReactNode }
  /** In place of the form while there is nothing to fill in; what the action showed once stays in sight. */
  closed?: ReactNode
  /** Beside the button: a link back. */
  children?: ReactNode
}) {
  const [state, submit] = useActionState(action, {})
  useEffect(() => {
    if (state.go) window.location.assign(state.go)
  }, [state.go])
  if (once && state.once !== undefined) {
    return (
      <>
        <Notice tone="success">
          {once.note}
          <p>
            <code data-part="secret">{state.once}</code>
          </p>
        </Notice>
        <div data-part="actions">{once.next}</div>
      </>
    )
  }
  if (closed !== undefined) return closed
  const buttons = (
    <>
      <SubmitOnce
        variant={danger ? 'danger' : quiet ? 'quiet' : 'primary'}
        busy={words.submit}
        {...(words.effect ? { name: 'intent', value: state.effect?.mark ?? 'save' } : {})}
      >
        {state.effect?.asks && words.effect ? words.effect.confirm : words.submit}
      </SubmitOnce>
      {words.effect?.preview ? (
        <Button name="intent" value="preview">
          {words.effect.preview}
        </Button>
      ) : null}
      {children}
    </>
  )
  return (
    <Form action={submit}>
      <ErrorSummary title={words.summary} errors={errorsOf(state, words)} />
      <Told effect={state.effect} />
      {sections.map((section, at) => {
        const fields = section.fields.map((field) => {
          const control = <RecordField key={field.name} field={field} state={state} problems={words.problems} />
          const condition = conditions[field.name]
          return condition ? (
            <AskedWhen key={field.name} {...condition}>
              {control}
            </AskedWhen>
          ) : (
            control
          )
        })
        return section.title ? (
          <FormSection key={section.fields[0]?.name ?? at} title={section.title} help={section.help}>
            {fields}
          </FormSection>
        ) : (
          fields
        )
      })}
      {sticky ? <StickySaveBar status={status}>{buttons}</StickySaveBar> : <div data-part="actions">{buttons}</div>}
    </Form>
  )
}

/** What saving would do, above the form and with the focus, as what is wrong with it would be. */
function Told({ effect }: { effect: FormState['effect'] }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (effect) place.current?.focus()
  }, [effect])
  if (!effect) return null
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone={effect.asks ? 'warning' : 'info'}>
        {effect.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
    </div>
  )
}

function errorsOf({ problem }: FormState, { problems, codes }: RecordFormWords) {
  if (!problem) return []
  const fields = Object.entries(problem.fields)
  if (fields.length > 0)
    return fields.map(([name, key]) => ({ name, message: problemText(key, problems, problem.detail) }))
  const reason = typeof problem.detail.reason === 'string' ? problems[problem.detail.reason] : undefined
  return [{ message: reason ?? codes[problem.code] ?? problem.code }]
}

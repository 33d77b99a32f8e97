'use client'

import { type ReactNode, startTransition, useActionState, useEffect, useState } from 'react'
import { Button } from '#lib/ui/button.tsx'
import { ErrorSummary } from '#lib/ui/error-summary.tsx'
import { Form } from '#lib/ui/form.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { knowsPasskeys, makePasskey } from '#lib/ui/passkey.ts'
import { problemText } from '#lib/ui/problem-text.ts'
import { RecordField, type RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordFormWords } from '#lib/ui/record-form.tsx'
import { askNewPasskey, keepNewPasskey } from './actions.ts'

/** Lets the device make a passkey, then sends it with its name and the owner's proof. Only with a script. */
export function PasskeyForm({
  fields,
  words,
  busy,
  cancelled,
  once,
  children,
}: {
  fields: readonly RecordFieldSpec[]
  words: RecordFormWords
  busy: string
  cancelled: string
  once: { note: ReactNode; next: ReactNode }
  children: ReactNode
}) {
  const [state, act] = useActionState<FormState, FormData>(keepNewPasskey, {})
  const [standing, setStanding] = useState<'absent' | 'ready' | 'busy' | 'cancelled'>('absent')
  useEffect(() => {
    if (knowsPasskeys()) setStanding('ready')
  }, [])
  useEffect(() => {
    if (state.problem) setStanding('ready')
  }, [state])
  if (state.once !== undefined)
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
  if (standing === 'absent') return null

  async function make(form: FormData) {
    setStanding('busy')
    try {
      const { once: request } = await askNewPasskey({}, new FormData())
      if (request === undefined) throw new Error('no request')
      form.set('answer', await makePasskey(request))
      startTransition(() => act(form))
    } catch {
      setStanding('cancelled')
    }
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        if (standing !== 'busy') void make(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary
        title={words.summary}
        errors={standing === 'cancelled' ? [{ message: cancelled }] : errorsOf(state, words)}
      />
      {fields.map((field) => (
        <RecordField key={field.name} field={field} state={state} problems={words.problems} />
      ))}
      <div data-part="actions">
        <Button variant="primary" aria-disabled={standing === 'busy'}>
          {standing === 'busy' ? busy : words.submit}
        </Button>
        {children}
      </div>
    </Form>
  )
}

function errorsOf({ problem }: FormState, { problems, codes }: RecordFormWords) {
  if (!problem) return []
  const fields = Object.entries(problem.fields)
  if (fields.length > 0)
    return fields.map(([name, key]) => ({ name, message: problemText(key, problems, problem.detail) }))
  return [{ message: problems[String(problem.detail.reason)] ?? codes[problem.code] ?? problem.code }]
}

'use client'

import { useActionState } from 'react'
import { Input } from '#lib/ui/controls.tsx'
import { ErrorSummary } from '#lib/ui/error-summary.tsx'
import { Form } from '#lib/ui/form.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'

type Words = {
  summary: string
  /** Absent where a link in a mail stands for the present password. */
  current?: string
  new: string
  repeat: string
  rules: string
  submit: string
  problems: Record<string, string>
  failed: string
  /** By error code, for what concerns the whole form. */
  codes: Record<string, string>
}

export function PasswordForm({
  login,
  token,
  words,
  action: send,
}: {
  login: string
  /** What the link in the mail holds. */
  token?: string
  words: Words
  action: (state: FormState, form: FormData) => Promise<FormState>
}) {
  const [state, action] = useActionState(send, {})
  const fields = state.problem?.fields ?? {}
  const errorOf = (name: string) => (fields[name] ? (words.problems[fields[name]] ?? words.failed) : undefined)
  const wrong = Object.keys(fields).map((name) => ({ name, message: errorOf(name) ?? words.failed }))
  const whole = words.codes[state.problem?.code ?? ''] ?? words.failed
  const errors = state.problem && wrong.length === 0 ? [{ message: whole }] : wrong
  return (
    <Form action={action}>
      <ErrorSummary title={words.summary} errors={errors} />
      {/* For password managers: whose password this is. */}
      <input type="text" name="login" defaultValue={login} autoComplete="username" hidden readOnly />
      {token === undefined ? null : <input type="hidden" name="token" value={token} />}
      {words.current === undefined ? null : (
        <Input
          name="current"
          type="password"
          label={words.current}
          error={errorOf('current')}
          autoComplete="current-password"
        />
      )}
      <Input
        name="password"
        type="password"
        label={words.new}
        help={words.rules}
        error={errorOf('password')}
        autoComplete="new-password"
      />
      <Input name="repeat" type="password" label={words.repeat} error={errorOf('repeat')} autoComplete="new-password" />
      <SubmitOnce variant="primary" busy={words.submit}>
        {words.submit}
      </SubmitOnce>
    </Form>
  )
}

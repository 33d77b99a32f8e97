'use client'

import { useActionState } from 'react'
import { Input } from '#lib/ui/controls.tsx'
import { ErrorSummary } from '#lib/ui/error-summary.tsx'
import { Form } from '#lib/ui/form.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'
import { changePassword } from './password-action.ts'

type Words = {
  summary: string
  current: string
  new: string
  repeat: string
  rules: string
  submit: string
  problems: Record<string, string>
  failed: string
  tooMany: string
}

export function PasswordForm({ login, words }: { login: string; words: Words }) {
  const [state, action] = useActionState(changePassword, {})
  const fields = state.problem?.fields ?? {}
  const errorOf = (name: string) => (fields[name] ? (words.problems[fields[name]] ?? words.failed) : undefined)
  const wrong = Object.keys(fields).map((name) => ({ name, message: errorOf(name) ?? words.failed }))
  const whole = state.problem?.code === 'too_many' ? words.tooMany : words.failed
  const errors = state.problem && wrong.length === 0 ? [{ message: whole }] : wrong
  return (
    <Form action={action}>
      <ErrorSummary title={words.summary} errors={errors} />
      {/* For password managers: whose password this is. */}
      <input type="text" name="login" defaultValue={login} autoComplete="username" hidden readOnly />
      <Input
        name="current"
        type="password"
        label={words.current}
        error={errorOf('current')}
        autoComplete="current-password"
      />
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

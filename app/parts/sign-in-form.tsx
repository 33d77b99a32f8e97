'use client'

import { useActionState, useEffect } from 'react'
import { Input } from '#lib/ui/controls.tsx'
import { ErrorSummary } from '#lib/ui/error-summary.tsx'
import { Form } from '#lib/ui/form.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'
import { signIn } from './sign-in-action.ts'

type Words = Record<
  | 'login'
  | 'loginHelp'
  | 'password'
  | 'submit'
  | 'submitting'
  | 'refusedTitle'
  | 'refused'
  | 'loginMissing'
  | 'passwordMissing'
  | 'full'
  | 'unavailable'
  | 'forbidden',
  string
>

/** Works as a plain form; with a script the refusal appears without a new page. The typed login stays, the password not. */
export function SignInForm({ kind, next, words }: { kind: 'contact' | 'engineer'; next: string; words: Words }) {
  const [state, action] = useActionState(signIn, {})
  const errors = errorsOf(state.problem, words)
  useEffect(() => {
    if (state.go) window.location.assign(state.go)
  }, [state.go])
  return (
    <Form action={action}>
      <ErrorSummary title={words.refusedTitle} errors={errors} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="next" value={next} />
      <Input
        name="login"
        label={words.login}
        help={kind === 'contact' ? words.loginHelp : undefined}
        error={state.problem?.fields.login && words.loginMissing}
        defaultValue={state.values?.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Input
        name="password"
        type="password"
        label={words.password}
        error={state.problem?.fields.password && words.passwordMissing}
        autoComplete="current-password"
      />
      <SubmitOnce variant="primary" busy={words.submitting}>
        {words.submit}
      </SubmitOnce>
    </Form>
  )
}

function errorsOf(problem: FormState['problem'], words: Words) {
  if (!problem) return []
  if (problem.fields.login || problem.fields.password) {
    return [
      ...(problem.fields.login ? [{ name: 'login', message: words.loginMissing }] : []),
      ...(problem.fields.password ? [{ name: 'password', message: words.passwordMissing }] : []),
    ]
  }
  if (problem.code === 'session_ended') return [{ name: 'login', message: words.refused }]
  if (problem.detail.reason === 'customersFull') return [{ message: words.full }]
  return [{ message: problem.code === 'forbidden' ? words.forbidden : words.unavailable }]
}

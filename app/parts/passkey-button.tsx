'use client'

import { startTransition, useActionState, useEffect, useState } from 'react'
import { Button } from '#lib/ui/button.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { answerWithPasskey, knowsPasskeys } from '#lib/ui/passkey.ts'
import { problemText } from '#lib/ui/problem-text.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Words = { label: string; busy: string; failed: string; problems: Record<string, string> }

/** Asks the device for a passkey and sends what it answers. Not there without a script, nor in a browser without passkeys. */
export function PasskeyButton({
  ask,
  send,
  fields,
  words,
  strong,
}: {
  /** Gives in `once` what the browser has to ask. */
  ask: Action
  send: Action
  /** What goes along, as hidden fields would. */
  fields: Record<string, string>
  words: Words
  strong?: boolean
}) {
  const [state, act] = useActionState(send, {})
  const [standing, setStanding] = useState<'absent' | 'ready' | 'busy' | 'failed'>('absent')
  useEffect(() => {
    if (knowsPasskeys()) setStanding('ready')
  }, [])
  useEffect(() => {
    if (state.go) window.location.assign(state.go)
    else if (state.problem) setStanding('ready')
  }, [state])
  if (standing === 'absent') return null

  async function confirm() {
    setStanding('busy')
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    try {
      const { once } = await ask({}, form)
      if (once === undefined) throw new Error('no request')
      form.set('answer', await answerWithPasskey(once))
      startTransition(() => act(form))
    } catch {
      setStanding('failed')
    }
  }

  const told = standing === 'failed' ? words.failed : standing === 'ready' ? problemOf(state, words) : undefined
  return (
    <div data-part="form">
      {told ? <Notice tone="danger">{told}</Notice> : null}
      <Button
        type="button"
        variant={strong ? 'primary' : 'quiet'}
        onClick={confirm}
        aria-disabled={standing === 'busy'}
      >
        {standing === 'busy' ? words.busy : words.label}
      </Button>
    </div>
  )
}

function problemOf({ problem }: FormState, { failed, problems }: Words): string | undefined {
  if (!problem) return undefined
  const key = Object.values(problem.fields)[0] ?? String(problem.detail.reason ?? problem.code)
  return problems[key] ? problemText(key, problems, problem.detail) : failed
}

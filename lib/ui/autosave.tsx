'use client'

import { useEffect, useRef, useState } from 'react'

const pause = 1500

/**
 * Inside a form: keeps what is typed as a draft, a moment after the last key and when the page is left. Posts the form's
 * values, without files and passwords, as `intent=save`; any 2xx answer means kept.
 */
export function Autosave({
  address,
  strings,
}: {
  /** The form's own address unless given. */
  address?: string
  strings: Record<'draftSaving' | 'draftSaved' | 'draftFailed', string>
}) {
  const line = useRef<HTMLOutputElement>(null)
  const [state, setState] = useState<keyof typeof strings>()

  useEffect(() => {
    const form = line.current?.form
    if (!form) return
    const listening = new AbortController()
    const { signal } = listening
    let waiting: ReturnType<typeof setTimeout> | undefined
    let unsaved = false

    async function save() {
      if (!form || !unsaved) return
      clearTimeout(waiting)
      unsaved = false
      setState('draftSaving')
      const sent = fetch(address ?? form.action, {
        method: 'POST',
        body: draftOf(form),
        headers: { accept: 'application/json' },
        keepalive: true,
      })
      const kept = await sent.then(({ ok }) => ok).catch(() => false)
      unsaved ||= !kept
      setState(kept ? 'draftSaved' : 'draftFailed')
    }

    form.addEventListener(
      'input',
      () => {
        unsaved = true
        clearTimeout(waiting)
        waiting = setTimeout(save, pause)
      },
      { signal },
    )
    form.addEventListener(
      'submit',
      () => {
        clearTimeout(waiting)
        unsaved = false
      },
      { signal },
    )
    document.addEventListener('visibilitychange', () => document.hidden && save(), { signal })
    return () => {
      clearTimeout(waiting)
      listening.abort()
    }
  }, [address])

  return (
    <output ref={line} data-part="field-note">
      {state ? strings[state] : null}
    </output>
  )
}

function draftOf(form: HTMLFormElement): FormData {
  const draft = new FormData(form)
  for (const [name, value] of [...draft]) if (value instanceof File || name.startsWith('$')) draft.delete(name)
  for (const secret of form.querySelectorAll<HTMLInputElement>('input[type=password]')) draft.delete(secret.name)
  draft.set('intent', 'save')
  return draft
}

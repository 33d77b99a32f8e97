'use client'

import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '#lib/ui/button.tsx'

/**
 * A submit button that sends its form once, also by Ctrl+Enter from a text. It is never `disabled`, so it keeps the focus
 * and its value is sent; `busy` is its label while the form is on its way.
 */
export function SubmitOnce({ busy, children, ...rest }: ComponentProps<typeof Button> & { busy: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const { pending } = useFormStatus()
  const [sent, setSent] = useState(false)
  const onItsWay = useRef(false)

  useEffect(() => {
    if (pending) return
    onItsWay.current = false
    setSent(false)
  }, [pending])

  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    const listening = new AbortController()
    const { signal } = listening
    form.addEventListener(
      'submit',
      (event) => {
        if (onItsWay.current) return event.preventDefault()
        if (event.defaultPrevented) return
        onItsWay.current = true
        setSent(event.submitter === button.current)
      },
      { signal },
    )
    form.addEventListener(
      'keydown',
      ({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) form.requestSubmit(button.current)
      },
      { signal },
    )
    // A page that comes back from the browser's history must be able to send again.
    window.addEventListener(
      'pageshow',
      () => {
        onItsWay.current = false
        setSent(false)
      },
      { signal },
    )
    return () => listening.abort()
  }, [])

  return (
    <Button ref={button} aria-disabled={sent || pending || undefined} {...rest}>
      {sent ? busy : children}
    </Button>
  )
}

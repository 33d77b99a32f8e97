'use client'

import { useEffect, useRef } from 'react'

export type FieldError = { name?: string | undefined; message: string }

/**
 * Above a refused form: what is wrong, each line a link to its field (WCAG 3.3.1).
 * Without a script the browser moves the focus by `autofocus`; with one it moves after each refusal.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the focus moves to what needs attention
    <section ref={box} data-part="error-summary" data-state="danger" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>{name ? <a href={`#${name}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </section>
  )
}

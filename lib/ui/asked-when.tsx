'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * Hides what is asked only while another control of the form has one of these values. Without a script it always shows,
 * and its help says when it counts; the server ignores what was not asked.
 */
export function AskedWhen({
  name,
  values,
  children,
}: {
  name: string
  values: readonly string[]
  children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(true)
  const wanted = values.join('\n')

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const look = () => {
      const given = new FormData(form).getAll(name)
      setAsked(wanted.split('\n').some((value) => given.includes(value)))
    }
    look()
    form.addEventListener('change', look)
    return () => form.removeEventListener('change', look)
  }, [name, wanted])

  return (
    <div ref={place} hidden={!asked}>
      {children}
    </div>
  )
}

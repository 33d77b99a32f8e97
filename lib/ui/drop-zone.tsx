'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fill } from '#lib/ui/upload/fill.ts'
import { UploadList } from '#lib/ui/upload/upload-list.tsx'
import { type UploadOptions, useUploads } from '#lib/ui/upload/use-uploads.ts'

/**
 * Around a `FileInput` (the children) inside a form: files may also be dropped on the form or pasted, and each is sent
 * at once. Without a script the file input is all there is, and the form sends the files itself.
 */
export function DropZone({ children, ...options }: UploadOptions & { children: ReactNode }) {
  const zone = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  const [ready, setReady] = useState(false)
  const { uploads, spoken, add, remove } = useUploads(() => zone.current?.closest('form') ?? null, options)
  const addAll = useRef((_files: Iterable<File>) => {})
  addAll.current = (files) => {
    for (const file of files) void add(file)
  }

  useEffect(() => {
    const form = zone.current?.closest('form')
    if (!form) return
    setReady(true)
    const listening = new AbortController()
    const on = <Type extends keyof HTMLElementEventMap>(type: Type, act: (event: HTMLElementEventMap[Type]) => void) =>
      form.addEventListener(type, act, { signal: listening.signal })

    on('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file' || !zone.current?.contains(target)) return
      addAll.current(target.files ?? [])
      target.value = ''
    })
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', ({ relatedTarget }) => setOver(relatedTarget instanceof Node && form.contains(relatedTarget)))
    on('drop', (event) => {
      setOver(false)
      if (!event.dataTransfer?.files.length) return
      event.preventDefault()
      addAll.current(event.dataTransfer.files)
    })
    on('paste', (event) => {
      if (!event.clipboardData?.files.length) return
      event.preventDefault()
      addAll.current(event.clipboardData.files)
    })
    return () => listening.abort()
  }, [])

  return (
    <div ref={zone} data-part="drop-zone" data-state={over ? 'over' : undefined}>
      {children}
      {ready ? <p data-part="field-note">{options.strings.drop}</p> : null}
      <UploadList
        label={options.strings.attached}
        removeLabel={(name) => fill(options.strings.remove, { name })}
        uploads={uploads}
        onRemove={ready ? remove : undefined}
      />
      <p data-part="hidden" aria-live="polite">
        {spoken}
      </p>
    </div>
  )
}

'use client'

import { useEffect, useReducer, useRef, useState } from 'react'
import { byteFormat } from '#lib/i18n/bytes.ts'
import { fill } from '#lib/ui/upload/fill.ts'
import { hiddenValues, sendFile } from '#lib/ui/upload/send-file.ts'
import { changeUploads, refusal, type Upload } from '#lib/ui/upload/uploads.ts'

/** Messages as templates: `{name}`, `{percent}` and `{size}` are filled in here. */
export type UploadStrings = Record<
  | 'attached'
  | 'drop'
  | 'uploading'
  | 'uploaded'
  | 'failed'
  | 'tooLarge'
  | 'storageFull'
  | 'tooMany'
  | 'empty'
  | 'remove'
  | 'removed',
  string
>

export type UploadOptions = {
  field: string
  /** Where files are posted; the form's own address unless given. */
  address?: string | undefined
  limits: { files: number; bytes: number }
  strings: UploadStrings
  /** What a draft holds already. */
  attached?: readonly { id: string; name: string; detail: string }[]
}

/** The files of one form: adding sends each at once, removing takes it back from the server. */
export function useUploads(
  form: () => HTMLFormElement | null,
  { field, address, limits, strings, attached = [] }: UploadOptions,
) {
  const [uploads, change] = useReducer(changeUploads, attached, kept)
  const [spoken, speak] = useState('')
  const under = useRef(new Map<string, () => void>())
  const count = useRef(attached.length)

  useEffect(() => {
    const running = under.current
    return () => {
      for (const abort of running.values()) abort()
    }
  }, [])

  async function add(file: File) {
    const target = form()
    if (!target) return
    const row = {
      key: crypto.randomUUID(),
      name: file.name,
      detail: byteFormat(document.documentElement.lang)(file.size),
    }
    const values = { name: file.name, size: byteFormat(document.documentElement.lang)(limits.bytes) }
    const refused = refusal(file.size, count.current, limits)
    if (refused) {
      change({ type: 'refused', ...row, problem: fill(strings[refused], values) })
      return speak(fill(strings[refused], values))
    }
    count.current += 1
    change({ type: 'started', ...row })
    speak(fill(strings.uploading, { ...values, percent: 0 }))
    const { sent, abort } = sendFile(target, address ?? target.action, field, file, (percent) =>
      change({ type: 'progressed', key: row.key, percent }),
    )
    under.current.set(row.key, abort)
    const answer = await sent
    under.current.delete(row.key)
    if ('id' in answer) {
      change({ type: 'attached', key: row.key, id: answer.id })
      return speak(fill(strings.uploaded, values))
    }
    count.current -= 1
    const problem = answer.message ?? fill(strings[answer.problem], values)
    change({ type: 'failed', key: row.key, problem })
    speak(problem)
  }

  function remove(upload: Upload) {
    const target = form()
    under.current.get(upload.key)?.()
    if (upload.state !== 'failed') count.current -= 1
    if (upload.id && target) void detach(target, address ?? target.action, upload.id)
    change({ type: 'removed', key: upload.key })
    speak(fill(strings.removed, { name: upload.name }))
  }

  return { uploads, spoken, add, remove }
}

function kept(attached: readonly { id: string; name: string; detail: string }[]): readonly Upload[] {
  return attached.map((file) => ({ ...file, key: file.id, state: 'attached', percent: 100 }))
}

/** The draft forgets the file; if that fails the form no longer names it, so it is not sent either way. */
function detach(form: HTMLFormElement, address: string, id: string) {
  const body = hiddenValues(form)
  body.set('intent', 'detach')
  body.set('attachment', id)
  return fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(() => undefined)
}

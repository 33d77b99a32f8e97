type Problem = 'tooLarge' | 'storageFull' | 'failed'
export type Sent = { id: string } | { problem: Problem; message?: string }

/**
 * Sends one file as `intent=attach` with the form's hidden values. The server answers `{ "id": "…" }`, or refuses with
 * `{ "message": "…" }` in the reader's language. XMLHttpRequest, because fetch cannot tell how much is sent.
 */
export function sendFile(
  form: HTMLFormElement,
  address: string,
  field: string,
  file: File,
  onPercent: (percent: number) => void,
) {
  const { promise, resolve } = Promise.withResolvers<Sent>()
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('accept', 'application/json')
  request.upload.onprogress = ({ loaded, total }) => onPercent(Math.round((loaded / total) * 100))
  request.onerror = () => resolve({ problem: 'failed' })
  request.onload = () => resolve(answer(request.status, request.responseText))
  const body = hiddenValues(form)
  body.set('intent', 'attach')
  body.set(field, file)
  request.send(body)
  return { sent: promise, abort: () => request.abort() }
}

/** Ids and tokens that the form carries; never what React adds for its own actions. */
export function hiddenValues(form: HTMLFormElement): FormData {
  const values = new FormData()
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    if (!input.name.startsWith('$')) values.append(input.name, input.value)
  }
  return values
}

const PROBLEMS: Record<number, Problem> = { 413: 'tooLarge', 507: 'storageFull' }

function answer(status: number, text: string): Sent {
  const { id, message } = parse(text)
  if (status < 300 && id) return { id }
  return { problem: PROBLEMS[status] ?? 'failed', ...(message ? { message } : {}) }
}

function parse(text: string): { id?: string; message?: string } {
  try {
    const { id, message }: { id?: unknown; message?: unknown } = JSON.parse(text)
    return { ...(typeof id === 'string' ? { id } : {}), ...(typeof message === 'string' ? { message } : {}) }
  } catch {
    return {}
  }
}

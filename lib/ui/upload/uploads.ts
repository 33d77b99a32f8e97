export type Upload = {
  key: string
  name: string
  /** The formatted size. */
  detail: string
  state: 'sending' | 'attached' | 'failed'
  percent: number
  /** The server's id, once it is attached. */
  id?: string
  /** Why it failed, in words. */
  problem?: string
}

export type Change =
  | { type: 'started'; key: string; name: string; detail: string }
  | { type: 'progressed'; key: string; percent: number }
  | { type: 'attached'; key: string; id: string }
  | { type: 'refused'; key: string; name: string; detail: string; problem: string }
  | { type: 'failed'; key: string; problem: string }
  | { type: 'removed'; key: string }

export function changeUploads(uploads: readonly Upload[], change: Change): readonly Upload[] {
  const withChange = (values: Partial<Upload>) =>
    uploads.map((upload) => (upload.key === change.key ? { ...upload, ...values } : upload))
  switch (change.type) {
    case 'started':
      return [...uploads, { ...row(change), state: 'sending' }]
    case 'refused':
      return [...uploads, { ...row(change), state: 'failed', problem: change.problem }]
    case 'progressed':
      return withChange({ percent: change.percent })
    case 'attached':
      return withChange({ state: 'attached', percent: 100, id: change.id })
    case 'failed':
      return withChange({ state: 'failed', problem: change.problem })
    case 'removed':
      return uploads.filter(({ key }) => key !== change.key)
  }
}

function row({ key, name, detail }: { key: string; name: string; detail: string }) {
  return { key, name, detail, percent: 0 }
}

export type Refusal = 'tooMany' | 'tooLarge' | 'empty'

/** Why a file is not even sent; the server decides again. `already` counts what is attached or under way. */
export function refusal(size: number, already: number, limits: { files: number; bytes: number }): Refusal | undefined {
  if (already >= limits.files) return 'tooMany'
  if (size > limits.bytes) return 'tooLarge'
  if (size === 0) return 'empty'
  return undefined
}

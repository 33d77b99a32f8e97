import type { Upload } from '#lib/ui/upload/uploads.ts'

/** What is being sent and what is attached; each attached file travels with the form as a hidden `attachment`. */
export function UploadList({
  label,
  removeLabel,
  uploads,
  onRemove,
}: {
  label: string
  removeLabel: (name: string) => string
  uploads: readonly Upload[]
  /** Missing until the script runs, so that no button is dead. */
  onRemove: ((upload: Upload) => void) | undefined
}) {
  if (uploads.length === 0) return null
  return (
    <ul data-part="uploads" aria-label={label}>
      {uploads.map((upload) => (
        <li key={upload.key} data-state={upload.state}>
          <span dir="auto">{upload.name}</span>
          <small>{upload.problem ?? upload.detail}</small>
          {upload.state === 'sending' ? <progress aria-label={upload.name} max={100} value={upload.percent} /> : null}
          {upload.id ? <input type="hidden" name="attachment" value={upload.id} /> : null}
          {onRemove ? (
            <button
              type="button"
              data-part="remove"
              aria-label={removeLabel(upload.name)}
              onClick={() => onRemove(upload)}
            >
              ×
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

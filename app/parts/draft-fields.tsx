import { getLocale } from 'next-intl/server'
import { fileLimits } from '#lib/attachments/limits.ts'
import type { Draft } from '#lib/drafts/queries.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { messagesOf } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Autosave } from '#lib/ui/autosave.tsx'
import { FileInput } from '#lib/ui/controls.tsx'
import { DropZone } from '#lib/ui/drop-zone.tsx'

/** Files and autosave of a form that is kept as a draft; without a script a file input and a button per kept file. */
export async function DraftFields({ draft }: { draft: Draft | undefined }) {
  const [t, locale, limits] = await Promise.all([getTranslations('upload'), getLocale(), fileLimits()])
  const formats = formatsFor(locale)
  const words = messagesOf(locale).upload
  const attached = (draft?.files ?? []).map(({ id, name, bytes }) => ({ id, name, detail: formats.bytes(bytes) }))
  return (
    <>
      <DropZone
        field="files"
        limits={limits}
        attached={attached}
        strings={{
          attached: words.attached,
          drop: words.drop,
          uploading: words.uploading,
          uploaded: words.uploaded,
          failed: words.failed,
          tooLarge: words.tooLarge,
          storageFull: words.storageFull,
          tooMany: t('tooMany', { count: limits.files }),
          empty: words.empty,
          remove: words.remove,
          removed: words.removed,
        }}
      >
        <FileInput
          name="files"
          label={t('label')}
          help={t('help', { count: limits.files, size: formats.bytes(limits.bytes) })}
        />
      </DropZone>
      <Autosave
        strings={{ draftSaving: words.draftSaving, draftSaved: words.draftSaved, draftFailed: words.draftFailed }}
      />
    </>
  )
}

/** Without a script: a button for each kept file. It stands after the form's own button, which Enter presses. */
export async function DetachButtons({ draft }: { draft: Draft | undefined }) {
  const t = await getTranslations('upload')
  if (!draft?.files.length) return null
  return (
    <noscript>
      <ul>
        {draft.files.map(({ id, name }) => (
          <li key={id}>
            <button type="submit" name="detach" value={id} data-part="button">
              {t('remove', { name })}
            </button>
          </li>
        ))}
      </ul>
    </noscript>
  )
}

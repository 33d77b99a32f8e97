import type { Formats } from '#lib/i18n/formats.ts'
import { paths } from '#lib/paths.ts'
import type { AttachmentItem } from '#lib/ui/attachment-list.tsx'

export function attachmentItem(
  file: { id: string; name: string; contentType: string; bytes: number },
  formats: Formats,
): AttachmentItem {
  return {
    href: paths.attachment(file.id, file.name),
    name: file.name,
    mediaType: file.contentType,
    detail: formats.bytes(file.bytes),
  }
}

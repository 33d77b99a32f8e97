import { getTranslations } from '#lib/i18n/translations.ts'
import { Notice } from '#lib/ui/notice.tsx'
import type { Done } from './address.ts'

const KNOWN: readonly Done[] = ['created', 'saved', 'deleted', 'moved']

/** What the submit before this page did. */
export async function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const known = KNOWN.find((one) => one === done)
  if (!known) return null
  const t = await getTranslations('queues.done')
  return <Notice tone="success">{t(known)}</Notice>
}

import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'

type Stored = { id: number; version: string } | undefined

/** Which record a form means; nothing but the queue for a new one. */
export function partFields(queue: number, stored: Stored): RecordFieldSpec[] {
  const ids = stored ? { queue, id: stored.id, version: stored.version } : { queue }
  return Object.entries(ids).map(([name, value]) => ({ kind: 'hidden', name, value }))
}

/** A key is chosen once: forms, conditions, themes and imports name it. */
export async function keyField(stored: Stored): Promise<RecordFieldSpec[]> {
  if (stored) return []
  const t = await getTranslations('queues')
  return [
    { kind: 'text', name: 'key', label: t('key'), help: t('basics.keyHelp'), spellCheck: false, autoComplete: 'off' },
  ]
}

/** The address ends in an id, or in `new`. */
export function isNew(segment: string | string[] | undefined): boolean {
  return segment === 'new'
}

import { labelRows } from '#app/admin/queues/label-rows.ts'
import { serverTimeZone } from '#lib/i18n/formats.ts'
import { localTime } from '#lib/i18n/local-time.ts'
import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { GroupChoice, StoredNews } from '#lib/news/queries.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Stored = (StoredNews & { version: string }) | undefined

/** The form of an announcement. */
export async function newsSections(
  groups: GroupChoice[],
  id: number | undefined,
  stored: Stored,
): Promise<RecordSection[]> {
  const t = await getTranslations('newsAdmin')
  const hidden: RecordFieldSpec[] =
    id !== undefined && stored
      ? [
          { kind: 'hidden', name: 'id', value: id },
          { kind: 'hidden', name: 'version', value: stored.version },
        ]
      : []
  const titles = await labelRows(
    t('texts'),
    [{ name: 'titles', label: t('headline'), texts: stored?.titles }],
    t('textsHelp'),
  )
  return [
    { fields: [...hidden, titles, ...(await bodies(stored))] },
    { title: t('when'), fields: await times(stored) },
    { fields: await audience(groups, stored) },
  ]
}

async function bodies(stored: Stored): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('newsAdmin')
  return languages().map(({ value, label }) => ({
    kind: 'textarea',
    name: `bodies.${value}`,
    label: t('bodyIn', { language: label }),
    help: value === 'en' ? t('bodyHelp') : t('bodyOther'),
    value: stored?.bodies[value],
    rows: 5,
  }))
}

async function times(stored: Stored): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('newsAdmin')
  return [
    {
      kind: 'datetime-local',
      name: 'visibleFrom',
      label: t('from'),
      help: t('fromHelp'),
      value: stored && localTime(stored.visibleFrom),
    },
    {
      kind: 'datetime-local',
      name: 'visibleTo',
      label: t('to'),
      help: t('toHelp', { zone: serverTimeZone() }),
      value: stored?.visibleTo && localTime(stored.visibleTo),
    },
  ]
}

/** A group that the editor may not read and that was chosen before stays to be chosen. */
async function audience(groups: GroupChoice[], stored: Stored): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('newsAdmin')
  const chosen = stored?.groups ?? []
  const unseen = chosen.filter((id) => !groups.some((group) => group.id === id))
  return [
    {
      kind: 'radio',
      name: 'audience',
      label: t('audience'),
      value: chosen.length > 0 ? 'some' : 'all',
      options: [
        { value: 'all', label: t('all') },
        { value: 'some', label: t('some') },
      ],
    },
    {
      kind: 'checkboxes',
      name: 'groups',
      label: t('groups'),
      values: chosen.map(String),
      options: [
        ...groups.map(({ id, label }) => ({ value: String(id), label })),
        ...unseen.map((id) => ({ value: String(id), label: t('groupHidden', { id: String(id) }) })),
      ],
    },
  ]
}

import { getLocale } from 'next-intl/server'
import { DIRECTORY_TIMES } from '#lib/directories/input.ts'
import type { directoryPage } from '#lib/directories/queries.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Stored = Awaited<ReturnType<typeof directoryPage>>['stored'] | undefined

const technical = { spellCheck: false, autoComplete: 'off' }

/** The form of a directory, or of a new one. */
export async function directorySections(stored: Stored): Promise<RecordSection[]> {
  const t = await getTranslations('directories.sections')
  return [
    { title: t('basics'), fields: await basics(stored) },
    { title: t('connection'), fields: await connection(stored) },
    { title: t('search'), fields: await search(stored) },
    { title: t('times'), help: t('timesHelp'), fields: await times(stored) },
  ]
}

async function basics(stored: Stored): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('directories')
  const hidden: RecordFieldSpec[] = stored
    ? [
        { kind: 'hidden', name: 'id', value: stored.id },
        { kind: 'hidden', name: 'version', value: stored.version },
      ]
    : []
  return [
    ...hidden,
    { kind: 'text', name: 'name', label: t('name'), help: t('nameHelp'), value: stored?.name, autoComplete: 'off' },
    {
      kind: 'checkbox',
      name: 'active',
      label: t('active'),
      help: t('activeHelp'),
      checked: stored?.active ?? false,
    },
    { kind: 'checkbox', name: 'forContacts', label: t('forContacts'), checked: stored?.forContacts ?? true },
    { kind: 'checkbox', name: 'forEngineers', label: t('forEngineers'), checked: stored?.forEngineers ?? false },
  ]
}

async function connection(stored: Stored): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('directories')
  return [
    { ...technical, kind: 'text', name: 'url', label: t('url'), help: t('urlHelp'), value: stored?.url },
    {
      kind: 'checkbox',
      name: 'startTls',
      label: t('startTls'),
      help: t('startTlsHelp'),
      checked: stored?.startTls ?? false,
    },
    {
      kind: 'textarea',
      name: 'ca',
      label: t('ca'),
      help: t('caHelp'),
      value: stored?.ca,
      rows: 4,
      spellCheck: false,
    },
  ]
}

async function search(stored: Stored): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('directories')
  const one = (name: 'baseDn' | 'bindDn' | 'nameAttribute', value: string | null | undefined): RecordFieldSpec => ({
    ...technical,
    kind: 'text',
    name,
    label: t(name),
    help: t(`${name}Help`),
    value,
  })
  return [
    one('baseDn', stored?.baseDn),
    one('bindDn', stored?.bindDn),
    {
      kind: 'password',
      name: 'bindPassword',
      label: t('bindPassword'),
      help: t(stored?.hasPassword ? 'bindPasswordKept' : 'bindPasswordHelp'),
      autoComplete: 'new-password',
    },
    one('nameAttribute', stored?.nameAttribute ?? 'uid'),
    {
      kind: 'textarea',
      name: 'filter',
      label: t('filter'),
      help: t('filterHelp'),
      value: stored?.filter,
      rows: 2,
      spellCheck: false,
    },
    {
      kind: 'radio',
      name: 'identityAttribute',
      label: t('identityAttribute'),
      value: stored?.identityAttribute ?? 'entryUUID',
      options: (['entryUUID', 'objectGUID'] as const).map((value) => ({
        value,
        label: t(`identities.${value}.label`),
        help: t(`identities.${value}.help`),
      })),
    },
  ]
}

async function times(stored: Stored): Promise<RecordFieldSpec[]> {
  const [t, locale] = await Promise.all([getTranslations('directories'), getLocale()])
  const { number } = formatsFor(locale)
  const { min, max } = DIRECTORY_TIMES
  return (['connectMs', 'answerMs'] as const).map((name) => ({
    kind: 'number',
    name,
    label: t(name),
    help: t('timesBetween', { min: number(min), max: number(max) }),
    value: stored?.[name] ?? (name === 'connectMs' ? 1500 : 2000),
    min,
    max,
  }))
}

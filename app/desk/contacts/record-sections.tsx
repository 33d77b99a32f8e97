import { getLocale } from 'next-intl/server'
import { fieldSpec } from '#app/parts/data-field-spec.ts'
import { type DataModel, type Level, labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'
import { groupsOfFields } from './field-specs.ts'
import { FieldFacts } from './record-facts.tsx'

type Held = {
  name: string
  externalId: string | null
  email?: string | null
  locale?: string | null
  fields: Record<string, unknown>
}

/** The form of a contact or company, as the administrator's data model has it; what is read-only is shown beside it. */
export async function recordSections(
  { model, level, held }: { model: DataModel; level: Level; held: Held },
  hidden: Record<string, string | number>,
): Promise<RecordSection[]> {
  const [t, common, locale] = await Promise.all([getTranslations('contacts'), getTranslations('common'), getLocale()])
  const words = { locale, personal: t('personal'), optional: common('optional'), choose: common('choose') }
  const pattern = model.names[level]
  const basics: RecordFieldSpec[] = [
    ...Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden' as const, name, value })),
    ...(pattern === null ? [{ kind: 'text' as const, name: 'name', label: t('name'), value: held.name }] : []),
    {
      kind: 'text',
      name: 'externalId',
      label: t('externalId'),
      help: t('externalIdHelp'),
      mark: common('optional'),
      value: held.externalId,
      spellCheck: false,
    },
    ...(level === 'contact'
      ? [
          {
            kind: 'select' as const,
            name: 'locale',
            label: t('language'),
            help: t('languageHelp'),
            empty: t('languageNone'),
            value: held.locale ?? '',
            options: [
              { value: 'en', label: t('languages.en') },
              { value: 'de', label: t('languages.de') },
            ],
          },
        ]
      : []),
  ]
  const groups = groupsOfFields(model, level).map((group) => ({
    title: labelOf(group.labels, locale),
    help: group.shown.length > 0 ? <FieldFacts fields={group.shown} held={held} /> : undefined,
    fields: group.asked.map((field) => fieldSpec(field, held, words)),
  }))
  return pattern === null
    ? [{ fields: basics }, ...groups]
    : [
        { fields: basics.filter(({ kind }) => kind === 'hidden') },
        ...groups,
        { title: t('record'), fields: basics.filter(({ kind }) => kind !== 'hidden') },
      ]
}

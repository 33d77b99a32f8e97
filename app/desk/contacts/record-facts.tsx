import { getLocale } from 'next-intl/server'
import { heldIn } from '#app/parts/data-field-spec.ts'
import { fieldText } from '#app/parts/field-text.tsx'
import { type DataField, type DataModel, type Level, labelOf, placeOf } from '#lib/groups/data-model.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type Fact, Facts } from '#lib/ui/facts.tsx'
import { Section } from '#lib/ui/page.tsx'

type Held = { email?: string | null; fields: Record<string, unknown> }

/** What a contact or company has in the fields of its data model, by field group; the account has a card of its own. */
export async function RecordFacts({ model, level, held }: { model: DataModel; level: Level; held: Held }) {
  const locale = await getLocale()
  const groups = model.fieldGroups
    .filter((group) => group.level === level)
    .map((group) => ({
      ...group,
      fields: group.fields.filter((field) => placeOf(field) === 'fields' || placeOf(field) === 'email'),
    }))
    .filter(({ fields }) => fields.some((field) => heldIn(field, held) !== undefined))
  return groups.map((group) => (
    <Section key={group.id} title={labelOf(group.labels, locale)}>
      <FieldFacts fields={group.fields} held={held} />
    </Section>
  ))
}

/** Those of the fields that have a value. */
export async function FieldFacts({ fields, held }: { fields: readonly DataField[]; held: Held }) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  const formats = formatsFor(locale)
  const words = { yes: t('yes'), no: t('no') }
  const facts: Fact[] = fields.flatMap((field) => {
    const value = heldIn(field, held)
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    const label = labelOf(field.labels, locale)
    const type = field.annotations.includes('email') ? 'email' : field.type
    return [{ label, value: fieldText({ ...field, type, label, value }, locale, formats, words) }]
  })
  return facts.length > 0 ? <Facts facts={facts} /> : null
}

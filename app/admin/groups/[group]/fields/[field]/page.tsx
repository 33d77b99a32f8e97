import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { newFieldPath, typePath } from '#app/admin/groups/address.ts'
import { addField, saveField, takeOut } from '#app/admin/groups/fields-actions.ts'
import { GroupFrame } from '#app/admin/groups/group-frame.tsx'
import { idOf } from '#app/admin/id-of.ts'
import { TypeTiles } from '#app/admin/queues/[queue]/fields/[field]/type-tiles.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { singlesOf } from '#lib/groups/annotation-rules.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { fieldPage } from '#lib/groups/queries/model-pages.ts'
import type { StoredField } from '#lib/groups/queries/stored.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { FIELD_TYPES } from '#lib/tickets/field-types.ts'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { fieldSections } from './sections.ts'

/** A field of the data model, or a new one, whose type is chosen first. */
export default adminPage(async (viewer, { params, search }) => {
  const group = idOf(params.group)
  const which = params.field === 'new' ? { fieldGroup: idOf(search.in) } : { field: idOf(params.field) }
  const [messages, locale] = await Promise.all([getMessages(), getLocale()])
  const { head, parent, stored, values, takenBy } = await fieldPage(viewer, group, which, locale)
  const t = await getTranslations('groups')
  const type = stored?.type ?? FIELD_TYPES.find((one) => one === search.type)
  if (!type) {
    const title = t('fields.newIn', { group: labelOf(parent.labels, locale) })
    return (
      <GroupFrame viewer={viewer} head={head} part="fields" title={title}>
        <TypeTiles hrefOf={(one) => newFieldPath(group, parent.id, one)} />
      </GroupFrame>
    )
  }
  const typeName = (await getTranslations('queues.fields.types'))(type)
  const title = stored ? labelOf(stored.labels, locale) || stored.key : t('fields.typeOf', { type: typeName })
  return (
    <GroupFrame
      viewer={viewer}
      head={head}
      part="fields"
      title={title}
      {...(stored ? { lead: t('fields.keyFixed', { key: stored.key }) } : {})}
    >
      <RecordForm
        action={stored ? saveField : addField}
        sections={await fieldSections({ group, parent, stored, type, takenBy, locale })}
        words={await formWords(stored ? t('fields.save') : t('fields.create'), messages.groups.problems)}
      />
      {stored ? <ChangeType group={group} field={stored} typeName={typeName} values={values} /> : null}
      {stored ? (
        <Section title={t('remove.title')}>
          <p>{values === 0 ? t('remove.none') : t('remove.some', { count: values })}</p>
          <RecordForm
            danger
            action={takeOut}
            sections={[
              {
                fields: [
                  { kind: 'hidden', name: 'group', value: group },
                  { kind: 'hidden', name: 'id', value: stored.id },
                ],
              },
            ]}
            words={await formWords(values === 0 ? t('remove.delete') : t('remove.archive'), messages.groups.problems)}
          />
        </Section>
      ) : null}
    </GroupFrame>
  )
})

async function ChangeType(field: { group: number; field: StoredField; typeName: string; values: number }) {
  const t = await getTranslations('groups.change')
  const fixed = singlesOf(field.field).length > 0
  return (
    <Section title={t('title')}>
      <p>{fixed ? t('fixed') : t('text', { type: field.typeName, values: field.values })}</p>
      {fixed ? null : (
        <Actions>
          <ButtonLink href={typePath(field.group, field.field.id)}>{t('open')}</ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { addFieldGroup, removeFieldGroup, saveFieldGroup } from '#app/admin/groups/fields-actions.ts'
import { GroupFrame } from '#app/admin/groups/group-frame.tsx'
import { idOf } from '#app/admin/id-of.ts'
import { labelRows } from '#app/admin/queues/label-rows.ts'
import { formWords } from '#app/parts/form-words.ts'
import { LEVELS, labelOf } from '#lib/groups/data-model.ts'
import { fieldGroupPage } from '#lib/groups/queries/model-pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Section } from '#lib/ui/page.tsx'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

const hidden = (values: Record<string, string | number>): RecordFieldSpec[] =>
  Object.entries(values).map(([name, value]) => ({ kind: 'hidden', name, value }))

/** A field group's name and its end, or a new one of the level that the address names. */
export default adminPage(async (viewer, { params, search }) => {
  const group = idOf(params.group)
  const id = params.fieldGroup === 'new' ? undefined : idOf(params.fieldGroup)
  const locale = await getLocale()
  const { head, stored, isEmpty } = await fieldGroupPage(viewer, group, id, locale)
  const [t, messages] = await Promise.all([getTranslations('groups'), getMessages()])
  const { problems } = messages.groups
  const level = stored?.level ?? LEVELS.find((one) => one === search.level) ?? 'contact'
  const title = stored ? labelOf(stored.labels, locale) : t('fields.newGroupOf', { level: t(`level.${level}`) })
  const ids = stored ? { group, id: stored.id, version: stored.version } : { group, level }
  const names = await labelRows(t('fields.groupName'), [
    { name: 'labels', label: t('fields.groupName'), texts: stored?.labels },
  ])
  return (
    <GroupFrame viewer={viewer} head={head} part="fields" title={title}>
      <RecordForm
        action={stored ? saveFieldGroup : addFieldGroup}
        sections={[{ fields: [...hidden(ids), names] }]}
        words={await formWords(stored ? t('fields.saveGroup') : t('fields.createGroup'), problems)}
      />
      {stored ? (
        <Section title={t('remove.group')}>
          <p>{isEmpty ? t('remove.groupText') : t('remove.groupUsed')}</p>
          {isEmpty ? (
            <RecordForm
              danger
              action={removeFieldGroup}
              sections={[{ fields: hidden({ group, id: stored.id }) }]}
              words={await formWords(t('remove.group'), problems)}
            />
          ) : null}
        </Section>
      ) : null}
    </GroupFrame>
  )
})

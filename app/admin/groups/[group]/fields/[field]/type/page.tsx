import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { fieldPath, typePath } from '#app/admin/groups/address.ts'
import { retype } from '#app/admin/groups/fields-actions.ts'
import { GroupFrame } from '#app/admin/groups/group-frame.tsx'
import { idOf } from '#app/admin/id-of.ts'
import { formWords } from '#app/parts/form-words.ts'
import { tryType } from '#lib/groups/commands/field-type.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { fieldPage } from '#lib/groups/queries/model-pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { FIELD_TYPES } from '#lib/tickets/field-types.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { Select } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { DryRun } from './dry-run.tsx'

/** Another type for a field: first what would happen to its values, then the change. */
export default adminPage(async (viewer, { params, search }) => {
  const place = { group: idOf(params.group), id: idOf(params.field) }
  const [messages, locale] = await Promise.all([getMessages(), getLocale()])
  const { head, stored, values } = await fieldPage(viewer, place.group, { field: place.id }, locale)
  const to = FIELD_TYPES.find((type) => type === search.to && type !== stored?.type)
  const found = stored && to ? await tryType(viewer, place, to) : undefined
  const [t, types] = await Promise.all([getTranslations('groups.change'), getTranslations('queues.fields.types')])
  const type = stored?.type ?? 'text'
  return (
    <GroupFrame
      viewer={viewer}
      head={head}
      part="fields"
      title={`${t('title')}: ${labelOf(stored?.labels ?? {}, locale) || stored?.key}`}
      lead={t('text', { type: types(type), values })}
    >
      <Form method="get" action={typePath(place.group, place.id)}>
        <Select
          name="to"
          label={t('to')}
          defaultValue={to}
          options={FIELD_TYPES.filter((one) => one !== type).map((one) => ({ value: one, label: types(one) }))}
        />
        <div data-part="actions">
          <Button variant={found ? 'quiet' : 'primary'}>{t('try')}</Button>
          <ButtonLink href={fieldPath(place.group, place.id)}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </div>
      </Form>
      {found && stored ? (
        <Section title={t('head', { from: types(type), to: types(found.to.type) })}>
          <DryRun found={found} readable={viewer.read_groups.includes(place.group)} />
          <RecordForm
            action={retype}
            sections={[
              {
                fields: [
                  { kind: 'hidden', name: 'group', value: place.group },
                  { kind: 'hidden', name: 'id', value: place.id },
                  { kind: 'hidden', name: 'version', value: stored.version },
                  { kind: 'hidden', name: 'to', value: found.to.type },
                ],
              },
            ]}
            words={await formWords(t('button', { to: types(found.to.type) }), messages.groups.problems)}
          />
        </Section>
      ) : null}
    </GroupFrame>
  )
})

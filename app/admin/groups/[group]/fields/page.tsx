import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { fieldGroupPath, newFieldGroupPath, newFieldPath } from '#app/admin/groups/address.ts'
import { FieldTable } from '#app/admin/groups/field-table.tsx'
import { moveOneGroup } from '#app/admin/groups/fields-actions.ts'
import { GroupFrame } from '#app/admin/groups/group-frame.tsx'
import { idOf } from '#app/admin/id-of.ts'
import { OrderButtons } from '#app/admin/order-buttons.tsx'
import { type FieldGroup, type Level, labelOf } from '#lib/groups/data-model.ts'
import { modelPage } from '#lib/groups/queries/model-pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { ArchivedFields } from './archived-fields.tsx'

/** The fields of companies and contacts, as forms ask for them. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.group)
  const locale = await getLocale()
  const { head, model, archived } = await modelPage(viewer, id, locale)
  const t = await getTranslations('groups')
  const levels: Level[] = head.hasCompanies ? ['company', 'contact'] : ['contact']
  return (
    <GroupFrame viewer={viewer} head={head} part="fields" done={search.done}>
      <p>{t('fields.lead')}</p>
      {levels.map((level) => (
        <Section
          key={level}
          title={t(`level.${level}`)}
          more={
            <ButtonLink href={newFieldGroupPath(id, level)}>
              <Icon name="plus" />
              {t('fields.newGroup')}
            </ButtonLink>
          }
        >
          <FieldGroups group={id} fieldGroups={model.fieldGroups.filter((one) => one.level === level)} />
        </Section>
      ))}
      <ArchivedFields group={id} fields={archived} />
    </GroupFrame>
  )
})

async function FieldGroups({ group, fieldGroups }: { group: number; fieldGroups: FieldGroup[] }) {
  const [t, locale] = await Promise.all([getTranslations('groups.fields'), getLocale()])
  if (fieldGroups.length === 0) return <p>{t('empty')}</p>
  return fieldGroups.map(({ id, labels, fields }) => (
    <section key={id} data-part="section">
      <div data-part="section-head">
        <h3>{labelOf(labels, locale)}</h3>
        <Actions>
          {fieldGroups.length > 1 ? (
            <OrderButtons
              action={moveOneGroup}
              name={labelOf(labels, locale)}
              ids={{ group, id }}
              first={fieldGroups[0]?.id === id}
              last={fieldGroups.at(-1)?.id === id}
            />
          ) : null}
          <ButtonLink variant="plain" href={fieldGroupPath(group, id)}>
            {t('editGroup')}
          </ButtonLink>
          <ButtonLink variant="plain" href={newFieldPath(group, id)}>
            {t('add')}
          </ButtonLink>
        </Actions>
      </div>
      {fields.length > 0 ? (
        <Panel>
          <FieldTable group={group} caption={labelOf(labels, locale)} fields={fields} />
        </Panel>
      ) : (
        <p>{t('empty')}</p>
      )}
    </section>
  ))
}

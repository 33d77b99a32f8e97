import type { CustomerListView } from '#lib/contacts/customer-list.ts'
import type { CustomerGroup } from '#lib/contacts/queries/groups.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'

/** Search words, customer group and standing in one line; of contacts or of companies. */
export async function CustomerFilters({
  action,
  view,
  groups,
  searchLabel,
  hint,
}: {
  action: string
  view: CustomerListView
  groups: CustomerGroup[]
  searchLabel: string
  hint: string
}) {
  const [t, common] = await Promise.all([getTranslations('contacts'), getTranslations('common')])
  return (
    <search>
      <Filters action={action}>
        <Input name="q" type="search" label={searchLabel} defaultValue={view.q} placeholder={hint} />
        {groups.length > 1 ? (
          <Select
            name="group"
            label={t('group')}
            empty={t('allGroups')}
            defaultValue={view.group ?? ''}
            options={groups.map(({ key, label }) => ({ value: key, label }))}
          />
        ) : null}
        <Select
          name="active"
          label={t('standing')}
          defaultValue={view.active}
          options={[
            { value: 'yes', label: t('standingActive') },
            { value: 'no', label: t('standingInactive') },
            { value: 'all', label: t('standingAll') },
          ]}
        />
        <Button>{common('search')}</Button>
      </Filters>
    </search>
  )
}

import { getTranslations } from '#lib/i18n/translations.ts'
import { DESK_COLUMNS } from '#lib/tickets/desk-columns.ts'
import type { DeskListPage } from '#lib/tickets/queries/desk-list.ts'
import { Button } from '#lib/ui/button.tsx'
import { CheckboxGroup } from '#lib/ui/choices.tsx'
import { Input } from '#lib/ui/controls.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Form } from '#lib/ui/form.tsx'
import { keepColumns, keepView, takeViewAway } from './actions.ts'
import { columnLabels } from './labels.ts'
import { pageAddress, queryOf } from './view-address.ts'

/** The columns of one's own lists, and this list kept under a name. */
export async function Arrangement({ list: { view, choices, nav } }: { list: DeskListPage }) {
  const [t, labels] = await Promise.all([getTranslations('deskViews'), columnLabels()])
  const back = <input type="hidden" name="back" value={pageAddress(view, { before: view.before })} />
  const { before: _before, after: _after, saved: _saved, ...query } = view
  const saved = nav.saved.find(({ id }) => id === view.saved)
  return (
    <Disclosure summary={t('arrange')}>
      <div data-part="filters">
        <Form action={keepColumns}>
          {back}
          <CheckboxGroup
            name="columns"
            label={t('columns')}
            options={DESK_COLUMNS.map((value) => ({ value, label: labels[value] }))}
            defaultValues={choices.columns}
          />
          <Button>{t('columnsSave')}</Button>
        </Form>
        <Form action={keepView}>
          {back}
          <input
            type="hidden"
            name="query"
            value={JSON.stringify(queryOf({ ...query, before: undefined, after: undefined, saved: undefined }))}
          />
          <Input
            name="name"
            label={t('viewName')}
            help={t('viewHelp')}
            maxLength={60}
            defaultValue={saved?.name}
            required
          />
          <Button>{t('viewSave')}</Button>
        </Form>
        {saved ? (
          <form action={takeViewAway}>
            <input type="hidden" name="view" value={saved.id} />
            <Button>{t('viewRemove')}</Button>
          </form>
        ) : null}
      </div>
    </Disclosure>
  )
}

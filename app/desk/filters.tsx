import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskSort } from '#lib/tickets/desk-columns.ts'
import type { DeskListPage } from '#lib/tickets/queries/desk-list.ts'
import { sortsOf } from '#lib/tickets/queries/desk-order.ts'
import { Button } from '#lib/ui/button.tsx'
import { Chips } from '#lib/ui/chips.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Filters as FilterForm } from '#lib/ui/form.tsx'
import { addressOf, queryOf } from './view-address.ts'

const own = ['customer', 'status', 'engineer', 'field', 'from', 'until', 'sort', 'before', 'after', 'saved']

/** What narrows a list, as one form whose answer has an address. */
export async function Filters({ list: { view, choices, picks } }: { list: DeskListPage }) {
  const [t, all] = await Promise.all([getTranslations('deskViews'), getTranslations()])
  const kept = Object.entries(queryOf(view)).filter(([name]) => !own.includes(name))
  const statuses = choices.statuses.map(({ value, label, queue }) => ({
    value,
    label: view.queue ? label : `${queue}: ${label}`,
  }))
  const sorts = sortsOf(view)
  const words = await sortWords()
  return (
    <Disclosure summary={t('filters')} open={picks !== undefined}>
      <FilterForm action={paths.desk()}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Input
          name="customer"
          type="search"
          label={t('customerOrCompany')}
          defaultValue={view.customer}
          maxLength={200}
        />
        <Select
          name="status"
          label={all('tickets.columnStatus')}
          options={statuses}
          empty={t('anyStatus')}
          defaultValue={String(view.status ?? '')}
        />
        <Select
          name="engineer"
          label={all('desk.engineer')}
          options={[{ value: 'none', label: t('nobody') }, ...choices.engineers]}
          empty={t('anyEngineer')}
          defaultValue={String(view.engineer ?? '')}
        />
        {choices.fields.length > 0 ? (
          <Select
            name="field"
            label={t('field')}
            options={choices.fields}
            empty={t('anyField')}
            defaultValue={view.field ?? ''}
          />
        ) : null}
        <Input name="from" type="date" label={t('from')} defaultValue={view.from} />
        <Input name="until" type="date" label={t('until')} defaultValue={view.until} />
        {sorts.length > 1 ? (
          <Select
            name="sort"
            label={t('sort')}
            options={sorts.map((value) => ({ value, label: words[value] }))}
            defaultValue={view.sort ?? sorts[0]}
          />
        ) : null}
        <Button>{t('apply')}</Button>
      </FilterForm>
    </Disclosure>
  )
}

async function sortWords(): Promise<Record<DeskSort, string>> {
  const t = await getTranslations('deskViews')
  return { activity: t('sortActivity'), oldest: t('sortOldest'), number: t('sortNumber'), due: t('sortDue') }
}

/** The filters in force, each a link that takes it away. */
export async function ChosenFilters({ list: { view, choices } }: { list: DeskListPage }) {
  const [t, tickets, locale] = await Promise.all([
    getTranslations('deskViews'),
    getTranslations('tickets'),
    getLocale(),
  ])
  const formats = formatsFor(locale)
  const named = (list: readonly { value: string; label: string }[], value: unknown) =>
    list.find((one) => one.value === String(value))?.label ?? t('filterUnknown')
  const day = (iso: string) => formats.date(new Date(iso))
  const unknown = t('filterUnknown')
  const labels = {
    status: view.status && t('filterStatus', { name: named(choices.statuses, view.status) }),
    engineer:
      view.engineer &&
      t('filterEngineer', { name: view.engineer === 'none' ? t('nobody') : named(choices.engineers, view.engineer) }),
    contact: view.contact && t('filterContact', { name: choices.contact ?? unknown }),
    company: view.company && t('filterCompany', { name: choices.company ?? unknown }),
    field: view.field && named(choices.fields, view.field),
    from: view.from && t('filterFrom', { date: day(view.from) }),
    until: view.until && t('filterUntil', { date: day(view.until) }),
  }
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label
      ? [
          {
            label,
            removeHref: addressOf(view, { [name]: undefined }),
            removeLabel: tickets('filterRemove', { filter: label }),
          },
        ]
      : [],
  )
  const none = Object.fromEntries(Object.keys(labels).map((name) => [name, undefined]))
  return (
    <Chips
      label={tickets('filtersChosen')}
      chips={chips}
      {...(chips.length > 1 ? { clear: { href: addressOf(view, none), label: tickets('filtersClear') } } : {})}
    />
  )
}

import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { TicketView } from '#lib/tickets/view.ts'
import { Button } from '#lib/ui/button.tsx'
import { Chips } from '#lib/ui/chips.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'

/** Search and filters in one line that is one GET form, and what is chosen as chips that can be removed. */
export async function TicketFilters({ view, queues }: { view: TicketView; queues: { key: string; label: string }[] }) {
  const t = await getTranslations('tickets')
  return (
    <>
      <Filters action={paths.tickets()} role="search">
        {view.scope === 'company' ? <input type="hidden" name="scope" value="company" /> : null}
        <Input name="q" type="search" label={t('search')} placeholder={t('searchHint')} defaultValue={view.q} />
        <Select
          name="status"
          label={t('status')}
          defaultValue={view.status}
          options={[
            { value: 'open', label: t('statusOpen') },
            { value: 'closed', label: t('statusClosed') },
            { value: 'all', label: t('statusAll') },
          ]}
        />
        {queues.length > 1 ? (
          <Select
            name="queue"
            label={t('queue')}
            defaultValue={view.queue ?? ''}
            empty={t('queueAll')}
            options={queues.map(({ key, label }) => ({ value: key, label }))}
          />
        ) : null}
        {view.q ? null : (
          <Select
            name="sort"
            label={t('sort')}
            defaultValue={view.sort}
            options={[
              { value: 'activity', label: t('sortActivity') },
              { value: 'number', label: t('sortNumber') },
            ]}
          />
        )}
        <Button>{(await getTranslations('common'))('apply')}</Button>
      </Filters>
      <ChosenFilters view={view} queues={queues} />
    </>
  )
}

async function ChosenFilters({ view, queues }: { view: TicketView; queues: { key: string; label: string }[] }) {
  const t = await getTranslations('tickets')
  const scope = view.scope === 'company' ? view.scope : undefined
  const kept = { scope, q: view.q, queue: view.queue, status: view.status === 'open' ? undefined : view.status }
  const chosen = [
    view.q ? { label: t('searchFor', { query: view.q }), without: { ...kept, q: undefined } } : null,
    view.status === 'closed' ? { label: t('statusClosed'), without: { ...kept, status: undefined } } : null,
    view.queue
      ? {
          label: queues.find(({ key }) => key === view.queue)?.label ?? view.queue,
          without: { ...kept, queue: undefined },
        }
      : null,
  ].filter((chip) => chip !== null)
  if (chosen.length === 0) return null
  return (
    <Chips
      label={t('filtersChosen')}
      chips={chosen.map(({ label, without }) => ({
        label,
        removeHref: paths.tickets(without),
        removeLabel: t('filterRemove', { filter: label }),
      }))}
      clear={{ href: paths.tickets({ scope }), label: t('filtersClear') }}
    />
  )
}

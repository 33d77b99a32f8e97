import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { TicketView } from '#lib/tickets/view.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'

/** Why the list is empty, and what to do next. */
export async function NoTickets({ view, mayCreate }: { view: TicketView; mayCreate: boolean }) {
  const t = await getTranslations('tickets')
  const scope = view.scope === 'company' ? view.scope : undefined
  const all = <ButtonLink href={paths.tickets({ scope })}>{t('filtersClear')}</ButtonLink>
  if (view.q) {
    return (
      <EmptyState icon="search" title={t('emptySearchTitle', { query: view.q })} text={t('emptySearch')}>
        {all}
      </EmptyState>
    )
  }
  if (view.queue || view.status === 'closed') {
    return (
      <EmptyState title={t('emptyFilteredTitle')} text={t('emptyFiltered')}>
        {all}
      </EmptyState>
    )
  }
  const create = mayCreate ? <ButtonLink href={paths.newTicket()}>{t('create')}</ButtonLink> : null
  if (view.status === 'all') {
    return (
      <EmptyState title={t('emptyTitle')} text={t('empty')}>
        {create}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="circleCheck" title={t('emptyOpenTitle')} text={t('emptyOpen')}>
      <ButtonLink href={paths.tickets({ scope, status: 'closed' })}>{t('showClosed')}</ButtonLink>
      {create}
    </EmptyState>
  )
}

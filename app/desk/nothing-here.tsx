import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskView } from '#lib/tickets/queries/desk-view.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { addressOf } from './view-address.ts'

/** Why the list is empty, and where to go on. */
export async function NothingHere({ view }: { view: DeskView }) {
  const t = await getTranslations()
  if (view.q) {
    return (
      <EmptyState
        icon="search"
        title={t('tickets.emptySearchTitle', { query: view.q })}
        text={t('tickets.emptySearch')}
      >
        <ButtonLink href={addressOf(view, { q: undefined })}>{t('desk.allOpen')}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={view.view === 'closed' ? 'inbox' : 'circleCheck'}
      title={t('desk.ticketsEmptyTitle')}
      text={t('desk.ticketsEmpty')}
    >
      {view.view === 'mine' ? (
        <ButtonLink href={addressOf(view, { view: 'unassigned' })}>{t('desk.unassigned')}</ButtonLink>
      ) : null}
      {view.view === 'open' ? (
        <ButtonLink href={addressOf(view, { view: 'closed' })}>{t('desk.closed')}</ButtonLink>
      ) : (
        <ButtonLink href={addressOf(view, { view: 'open' })}>{t('desk.allOpen')}</ButtonLink>
      )}
    </EmptyState>
  )
}

import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskView } from '#lib/tickets/queries/desk-view.ts'
import { addressOf } from './view-address.ts'

const order = ['open', 'mine', 'unassigned', 'waiting', 'overdue', 'closed', 'all'] as const

/** The same views within one queue, as a line of links that wraps. */
export async function QueueViews({ view, labels }: { view: DeskView; labels: Record<DeskView['view'], string> }) {
  const t = await getTranslations('desk')
  return (
    <nav aria-label={t('views')} data-part="meta">
      {order.map((key) => (
        <a key={key} href={addressOf(view, { view: key })} aria-current={view.view === key ? 'page' : undefined}>
          {view.view === key ? <strong>{labels[key]}</strong> : labels[key]}
        </a>
      ))}
    </nav>
  )
}

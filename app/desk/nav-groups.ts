import { getTranslations } from 'next-intl/server'
import { paths } from '#lib/paths.ts'
import type { DeskNav } from '#lib/tickets/queries/desk-nav.ts'
import type { BoundedCount } from '#lib/tickets/view.ts'
import type { NavGroup } from '#lib/ui/shell/nav.tsx'

/** Where in the navigation a page stands: in a view over all queues, or in a queue. */
export type DeskPlace = { queue: string } | { view: 'mine' | 'unassigned' | 'open' | 'closed' }

/** Views over all queues, then each queue with what is open in it, then the articles. */
export async function deskNavGroups(nav: DeskNav | undefined, place: DeskPlace | undefined): Promise<NavGroup[]> {
  const t = await getTranslations()
  const inView = (view: string) => place !== undefined && 'view' in place && place.view === view
  const inQueue = (key: string) => place !== undefined && 'queue' in place && place.queue === key
  const count = (known: BoundedCount | undefined) => {
    if (!known || known.count === 0) return undefined
    return known.more ? t('tickets.countShort', { count: known.count }) : String(known.count)
  }
  const views: NavGroup = {
    title: t('desk.views'),
    items: [
      { href: paths.desk(), label: t('desk.allOpen'), icon: 'inbox', current: inView('open') },
      {
        href: paths.desk({ view: 'mine' }),
        label: t('desk.mine'),
        icon: 'user',
        current: inView('mine'),
        count: count(nav?.mine),
      },
      {
        href: paths.desk({ view: 'unassigned' }),
        label: t('desk.unassigned'),
        icon: 'users',
        current: inView('unassigned'),
        count: count(nav?.unassigned),
      },
      { href: paths.desk({ view: 'closed' }), label: t('desk.closed'), icon: 'circleCheck', current: inView('closed') },
    ],
  }
  if (!nav) return [views]
  const listed = (faq: boolean) =>
    nav.queues
      .filter((queue) => queue.faq === faq)
      .map(({ key, label, open }) => ({
        href: paths.desk({ queue: key }),
        label,
        current: inQueue(key),
        count: faq ? undefined : count(open),
      }))
  return [
    views,
    { title: t('desk.queues'), items: listed(false) },
    { title: t('faq.title'), items: listed(true) },
  ].filter(({ items }) => items.length > 0)
}

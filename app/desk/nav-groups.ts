import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskViewName } from '#lib/tickets/desk-columns.ts'
import type { DeskNav } from '#lib/tickets/queries/desk-nav.ts'
import type { BoundedCount } from '#lib/tickets/view.ts'
import type { IconName } from '#lib/ui/icon-shapes.ts'
import type { NavGroup } from '#lib/ui/shell/nav.tsx'
import { viewLabels } from './labels.ts'

/** Where in the navigation a page stands: in a view over all queues, a queue, a saved view, or beside the tickets. */
export type DeskPlace =
  | { queue: string }
  | { view: DeskViewName }
  | { saved: number }
  | { area: 'contacts' | 'companies' | 'import' | 'texts' }

const icons: Partial<Record<DeskViewName, IconName>> = {
  open: 'inbox',
  mine: 'user',
  unassigned: 'users',
  waiting: 'message',
  overdue: 'warning',
  mentioned: 'bell',
  closed: 'circleCheck',
}

/** Views over all queues, the engineer's own, each queue with what is open in it, the articles, and what is not a ticket. */
export async function deskNavGroups(nav: DeskNav | undefined, place: DeskPlace | undefined): Promise<NavGroup[]> {
  const [t, labels] = await Promise.all([getTranslations(), viewLabels()])
  const at = (one: DeskPlace) => JSON.stringify(one) === JSON.stringify(place)
  const count = (known: BoundedCount | undefined) => {
    if (!known || known.count === 0) return undefined
    return known.more ? t('tickets.countShort', { count: known.count }) : String(known.count)
  }
  const views = Object.entries(icons).map(([name, icon]) => {
    const view = name as keyof typeof icons
    return {
      href: paths.desk({ view: view === 'open' ? undefined : view }),
      label: labels[view],
      icon,
      current: at({ view }),
      count: view === 'open' || view === 'closed' || view === 'all' ? undefined : count(nav?.[view]),
    }
  })
  const saved = (nav?.saved ?? []).map(({ id, name, query }) => ({
    href: paths.desk({ ...query, saved: String(id) }),
    label: name,
    current: at({ saved: id }),
  }))
  const listed = (faq: boolean) =>
    (nav?.queues ?? [])
      .filter((queue) => queue.faq === faq)
      .map(({ key, label, open }) => ({
        href: paths.desk({ queue: key }),
        label,
        current: at({ queue: key }),
        count: faq ? undefined : count(open),
      }))
  const beside = [
    {
      href: paths.deskPart('contacts'),
      label: t('deskViews.contacts'),
      icon: 'users',
      current: at({ area: 'contacts' }),
    },
    {
      href: paths.deskPart('companies'),
      label: t('deskViews.companies'),
      icon: 'building',
      current: at({ area: 'companies' }),
    },
    { href: paths.deskPart('import'), label: t('import.title'), icon: 'upload', current: at({ area: 'import' }) },
    { href: paths.deskPart('texts'), label: t('deskViews.texts'), icon: 'text', current: at({ area: 'texts' }) },
  ] as const
  return [
    { title: t('desk.views'), items: views },
    { title: t('deskViews.saved'), items: saved },
    { title: t('desk.queues'), items: listed(false) },
    { title: t('faq.title'), items: listed(true) },
    { title: t('deskViews.beside'), items: [...beside] },
  ].filter(({ items }) => items.length > 0)
}

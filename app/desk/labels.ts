import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskViewName } from '#lib/tickets/desk-columns.ts'
import type { DeskColumn } from '#lib/tickets/queries/desk-view.ts'

export async function viewLabels(): Promise<Record<DeskViewName, string>> {
  const t = await getTranslations()
  return {
    open: t('desk.allOpen'),
    mine: t('desk.mine'),
    unassigned: t('desk.unassigned'),
    waiting: t('deskViews.waiting'),
    overdue: t('deskViews.overdue'),
    mentioned: t('deskViews.mentioned'),
    closed: t('desk.closed'),
    all: t('deskViews.all'),
  }
}

export async function columnLabels(): Promise<Record<DeskColumn, string>> {
  const t = await getTranslations()
  return {
    customer: t('desk.customer'),
    queue: t('deskViews.columnQueue'),
    status: t('tickets.columnStatus'),
    engineer: t('desk.engineer'),
    due: t('deskViews.columnDue'),
    created: t('deskViews.columnCreated'),
    activity: t('tickets.columnActivity'),
  }
}

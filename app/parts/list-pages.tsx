import { getTranslations } from '#lib/i18n/translations.ts'
import { Pagination } from '#lib/ui/pagination.tsx'

/** Steps through a list that is not ordered by time. */
export async function ListPages({ previous, next }: { previous: string | undefined; next: string | undefined }) {
  const t = await getTranslations('common')
  return (
    <Pagination
      label={t('pages')}
      newer={previous ? { href: previous, label: t('previousPage') } : undefined}
      older={next ? { href: next, label: t('nextPage') } : undefined}
    />
  )
}

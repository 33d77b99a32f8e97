import { getTranslations } from '#lib/i18n/translations.ts'
import { Pagination } from '#lib/ui/pagination.tsx'

/** Steps through a list by name. */
export async function ListPages({ previous, next }: { previous: string | undefined; next: string | undefined }) {
  const [t, common] = await Promise.all([getTranslations('contacts'), getTranslations('common')])
  return (
    <Pagination
      label={common('pages')}
      newer={previous ? { href: previous, label: t('previousPage') } : undefined}
      older={next ? { href: next, label: t('nextPage') } : undefined}
    />
  )
}

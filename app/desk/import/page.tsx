import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { importOverview } from '#lib/import/queries/page.ts'
import { paths } from '#lib/paths.ts'
import { deskNavBeside } from '#lib/tickets/queries/desk-nav.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ExportLinks } from './export-links.tsx'
import { UploadForm } from './upload-form.tsx'

const PROBLEMS = ['missing', 'tooLarge', 'storageFull', 'invalid'] as const
const PAGE = 20

export default deskPage(async (viewer, { search }) => {
  const [t, common, locale] = await Promise.all([getTranslations('import'), getTranslations('common'), getLocale()])
  const before = /^\d{1,15}$/.test(search.before ?? '') ? Number(search.before) : undefined
  const { imports, groups, readable } = await importOverview(viewer, locale, before)
  const problem = PROBLEMS.find((one) => one === search.problem)
  const shown = imports.slice(0, PAGE)
  const last = shown.at(-1)
  const size = formatsFor(locale).bytes
  const nav = await deskNavBeside(viewer, locale)
  return (
    <DeskFrame viewer={viewer} nav={nav} place={{ area: 'import' }} title={t('title')}>
      <Page>
        {search.done === 'discarded' ? <Notice tone="success">{t('discarded')}</Notice> : null}
        {problem ? (
          <Notice tone="danger">{t(`uploadProblems.${problem}`, { size: size(100 * 1024 * 1024) })}</Notice>
        ) : null}
        <PageHeader title={t('title')} lead={t('lead')} />
        {groups.length === 0 ? (
          <EmptyState icon="upload" title={t('new')} text={t('noGroups')} />
        ) : (
          <Section title={t('new')}>
            <UploadForm groups={groups} />
          </Section>
        )}
        {readable.length > 0 ? <ExportLinks groups={readable} /> : null}
        <Section title={t('earlier')}>
          {shown.length === 0 ? <p>{t('earlierEmpty')}</p> : <p>{t('earlierText')}</p>}
          {shown.length > 0 ? <EarlierImports imports={shown} /> : null}
          <Pagination
            label={common('pages')}
            older={
              imports.length > PAGE && last
                ? { href: paths.deskPart('import', { before: String(last.id) }), label: common('older') }
                : undefined
            }
          />
        </Section>
      </Page>
    </DeskFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type ImportPage, importPage } from '#lib/import/queries/page.ts'
import { workInBackground } from '#lib/import/worker.ts'
import { paths } from '#lib/paths.ts'
import { deskNavBeside } from '#lib/tickets/queries/desk-nav.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { discardIt } from '../actions.ts'
import { toneOf } from '../tones.ts'
import { Failed } from './failed.tsx'
import { Mapping } from './mapping.tsx'
import { Progress } from './progress.tsx'
import { Report } from './report.tsx'
import { RunForm } from './run-form.tsx'

/** One import, wherever it is on its way from a file to customers. */
export default deskPage(async (viewer, { params, search }) => {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const id = Number(params.id)
  if (!Number.isSafeInteger(id)) throw notFound()
  const page = await importPage(viewer, id, locale)
  const { record, group, silent } = page
  const works = record.state === 'checking' || record.state === 'running'
  // A worker that died is replaced by whoever looks.
  if (works && silent) workInBackground(viewer, id)
  const asksColumns = record.state === 'mapping' || (record.state === 'checked' && search.columns === 'again')
  const content = {
    mapping: () => Mapping({ viewer, record }),
    checking: () => Progress({ record }),
    running: () => Progress({ record }),
    checked: () => Checked(viewer, page, search),
    done: () => Done(viewer, page, search),
    failed: () => Failed({ record }),
  }[asksColumns ? 'mapping' : record.state]
  const shown = await content()
  const nav = await deskNavBeside(viewer, locale)
  return (
    <DeskFrame viewer={viewer} nav={nav} place={{ area: 'import' }} title={record.fileName}>
      <Page>
        {search.done === 'uploaded' && record.state === 'mapping' && !record.problem ? (
          <Notice tone="success">{t('uploaded')}</Notice>
        ) : null}
        <PageHeader
          title={record.fileName}
          meta={
            <>
              <StatusBadge tone={toneOf(record.state)}>{t(`states.${record.state}`)}</StatusBadge>
              <span>{group}</span>
              <span>{t(`levels.${record.level}`)}</span>
            </>
          }
          actions={
            <>
              <a href={paths.deskPart('import')}>{t('back')}</a>
              {works ? null : (
                <form action={discardIt}>
                  <input type="hidden" name="id" value={id} />
                  <Button>{t('discard')}</Button>
                </form>
              )}
            </>
          }
        />
        {shown}
      </Page>
    </DeskFrame>
  )
})

type Viewer = Parameters<typeof importPage>[0]
type Search = Record<string, string | undefined>

async function Checked(viewer: Viewer, { record }: ImportPage, search: Search) {
  return (
    <>
      <RunForm record={record} />
      {await Report({ viewer, record, search })}
    </>
  )
}

async function Done(viewer: Viewer, { record }: ImportPage, search: Search) {
  const t = await getTranslations('import')
  const count = (record.counts?.created ?? 0) + (record.counts?.changed ?? 0)
  return (
    <>
      <Notice tone="success">{t('doneText', { count })}</Notice>
      {await Report({ viewer, record, search })}
    </>
  )
}

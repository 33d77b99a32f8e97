import { adminPage } from '#app/admin/admin-page.ts'
import { TestReport } from '#app/admin/directories/test-report.tsx'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { directoryPage, probeDirectory } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Input } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'

/** The connection test: a question that changes nothing, so that its answer has an address and may be asked for again. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.id)
  const name = (search.name ?? '').trim().slice(0, 200)
  const [t, { stored }] = await Promise.all([getTranslations('directories'), directoryPage(viewer, id)])
  const asked = search.ask === 'now' ? await probeDirectory(viewer, id, name || null) : undefined
  const title = t('test.title', { name: stored.name })
  return (
    <AdminFrame viewer={viewer} area="directories" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('test.lead')}
          meta={
            <>
              <a href={paths.admin('directories')}>{(await getTranslations('admin'))('areas.directories.title')}</a>
              <a href={paths.admin('directories', id)}>{stored.name}</a>
            </>
          }
        />
        {search.done === 'created' ? <Notice tone="success">{t('done.created')}</Notice> : null}
        <Form method="get" action={paths.admin('directories', id, 'test')}>
          <input type="hidden" name="ask" value="now" />
          <Input
            name="name"
            label={t('test.person')}
            help={t('test.personHelp')}
            defaultValue={name}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <div data-part="actions">
            <Button variant="primary">{t('test.now')}</Button>
          </div>
        </Form>
        {asked ? <TestReport directory={stored} report={asked.report} /> : null}
      </Page>
    </AdminFrame>
  )
})

import { getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { create, remove, save } from '#app/admin/directories/actions.ts'
import { directorySections } from '#app/admin/directories/sections.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { directoryPage } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

type Found = Awaited<ReturnType<typeof directoryPage>>

/** A directory, or a new one. */
export default adminPage(async (viewer, { params: { id }, search }) => {
  const [t, { directories }] = await Promise.all([getTranslations('directories'), getMessages()])
  const found = id === 'new' ? undefined : await directoryPage(viewer, idOf(id))
  const stored = found?.stored
  const title = stored?.name ?? t('new')
  const area = (await getTranslations('admin'))('areas.directories.title')
  return (
    <AdminFrame viewer={viewer} area="directories" title={title}>
      <Page>
        <PageHeader
          title={title}
          meta={<a href={paths.admin('directories')}>{area}</a>}
          {...(stored
            ? {
                actions: (
                  <>
                    <ButtonLink href={paths.admin('directories', stored.id, 'test')}>{t('test.link')}</ButtonLink>
                    <ButtonLink href={paths.admin('directories', stored.id, 'people')}>{t('peopleLink')}</ButtonLink>
                  </>
                ),
              }
            : {})}
        />
        {search.done === 'saved' ? <Notice tone="success">{t('done.saved')}</Notice> : null}
        {found?.passwordIsLost ? <Notice tone="danger">{t('passwordIsLost')}</Notice> : null}
        <RecordForm
          sticky
          action={stored ? save : create}
          sections={await directorySections(stored)}
          words={await formWords(t(stored ? 'save' : 'create'), directories.problems)}
        />
        {found ? <Deletion found={found} /> : null}
      </Page>
    </AdminFrame>
  )
})

async function Deletion({ found: { stored, accounts, known } }: { found: Found }) {
  const [t, { directories }] = await Promise.all([getTranslations('directories'), getMessages()])
  return (
    <Section title={t('delete')}>
      {stored.forContacts ? <p>{t('deleteContacts', accounts.contacts)}</p> : null}
      {stored.forEngineers ? <p>{t('deleteEngineers', accounts.engineers)}</p> : null}
      <p>{t('deleteKnown', { known })}</p>
      <RecordForm
        danger
        action={remove}
        sections={[{ fields: [{ kind: 'hidden', name: 'id', value: stored.id }] }]}
        words={await formWords(t('delete'), directories.problems)}
      />
    </Section>
  )
}

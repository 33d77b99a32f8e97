import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { addEngineer, addProfile } from '#app/admin/people/actions.ts'
import { SeatsLine } from '#app/admin/people/seats-line.tsx'
import { personSections, personWords } from '#app/admin/people/sections.ts'
import { newEngineerForm } from '#lib/engineers/queries/page.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

/** A new engineer, or a new profile: what it is becomes clear from the address, and stays. */
export default adminPage(async (viewer, { params: { kind } }) => {
  if (kind !== 'engineer' && kind !== 'profile') throw notFound()
  const [t, { roles, seats }] = await Promise.all([getTranslations('people'), newEngineerForm(viewer)])
  const isTrack = kind === 'profile'
  const title = isTrack ? t('newProfile') : t('newEngineer')
  const full = seats.limit !== null && seats.engineers + seats.profiles >= seats.limit
  return (
    <AdminFrame viewer={viewer} area="people" title={title}>
      <Page>
        <PageHeader title={title} meta={<SeatsLine seats={seats} />} />
        {full ? <Notice tone="warning">{t('seatsFull', { limit: seats.limit ?? 0 })}</Notice> : null}
        <RecordForm
          action={isTrack ? addProfile : addEngineer}
          sections={await personSections({ isTrack, person: undefined, roles })}
          words={await personWords(isTrack ? t('createProfile') : t('createEngineer'))}
          sticky
          status={t('statusNew')}
        >
          <ButtonLink href={paths.admin('people')}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </RecordForm>
      </Page>
    </AdminFrame>
  )
})

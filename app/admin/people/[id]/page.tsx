import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { withPreview } from '#app/parts/effect.ts'
import { engineerForm } from '#lib/engineers/queries/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { saveEngineer, saveProfile } from '../actions.ts'
import { PersonHeader } from '../person-header.tsx'
import { personSections, personWords } from '../sections.ts'
import { Access } from './access.tsx'
import { Factors } from './factors.tsx'
import { Waits } from './waits.tsx'

const OUTCOMES = ['created', 'saved', 'deactivated', 'reactivated', 'unlocked', 'factorRemoved'] as const

export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.id)
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const { person, version, roles, contacts, ...rest } = await engineerForm(viewer, id, locale)
  const { name, isTrack, active } = person
  const done = OUTCOMES.find((one) => one === search.done)
  const ownRecord = id === viewer.engineer
  const sections = await personSections({ isTrack, person, roles, ownRecord })
  const hidden = [
    { kind: 'hidden', name: 'id', value: id },
    { kind: 'hidden', name: 'version', value: version },
    ...(ownRecord ? [{ kind: 'hidden', name: 'password', value: '' } as const] : []),
  ] as const
  return (
    <AdminFrame viewer={viewer} area="people" title={name}>
      <Page>
        <PersonHeader person={{ id, name, isTrack, active, contacts }} dates={rest} />
        {done ? <Notice tone="success">{t(`done.${done}`, { name })}</Notice> : null}
        {active ? null : <Notice tone="warning">{isTrack ? t('inactiveProfile') : t('inactiveEngineer')}</Notice>}
        <Waits id={id} until={rest.waitsUntil} />
        <RecordForm
          action={isTrack ? saveProfile : saveEngineer}
          sections={[{ fields: hidden }, ...sections]}
          words={isTrack ? await withPreview(await personWords(t('save'))) : await personWords(t('save'))}
          sticky
          status={isTrack ? t('statusProfile', { count: contacts }) : t('statusEngineer')}
        >
          <ButtonLink href={paths.admin('people')}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </RecordForm>
        {isTrack ? null : <Factors id={id} own={ownRecord} held={rest.factors} />}
        <Access id={id} isTrack={isTrack} active={active} contacts={contacts} />
      </Page>
    </AdminFrame>
  )
})

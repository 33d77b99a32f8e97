import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { reactivate } from '../actions.ts'
import { personWords } from '../sections.ts'

/** The way to take access, or to give it again. */
export async function Access({
  id,
  isTrack,
  active,
  contacts,
}: {
  id: number
  isTrack: boolean
  active: boolean
  contacts: number
}) {
  const t = await getTranslations('people')
  if (active)
    return (
      <Section title={t('access')}>
        <p>{isTrack ? t('accessProfile') : t('accessEngineer')}</p>
        <Actions>
          <ButtonLink href={paths.admin('people', id, 'deactivate')}>{t('deactivate')}</ButtonLink>
        </Actions>
      </Section>
    )
  return (
    <Section title={t('access')}>
      <p>{isTrack ? t('reactivateProfile', { count: contacts }) : t('reactivateEngineer')}</p>
      <RecordForm
        quiet
        action={reactivate}
        sections={[{ fields: [{ kind: 'hidden', name: 'id', value: id }] }]}
        words={await personWords(t('reactivate'))}
      />
    </Section>
  )
}

import { getLocale } from 'next-intl/server'
import { removeCompany } from '#app/desk/companies/actions.ts'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { companyDeletion } from '#lib/companies/queries/deletion.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

export default deskPage(async (viewer, { params }) => {
  const [t, common, locale] = await Promise.all([getTranslations('companies'), getTranslations('common'), getLocale()])
  const { company, held, nav } = await companyDeletion(viewer, idIn(params.id), locale)
  const back = paths.deskCompanies(company.id)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${t('deleteTitle')}: ${company.name}`} place={{ area: 'companies' }}>
      <Page>
        <PageHeader
          title={t('deleteTitle')}
          meta={<a href={back}>{company.name}</a>}
          lead={held ? t('inUse') : t('deleteText')}
        />
        {held ? (
          <div data-part="actions">
            <ButtonLink href={back}>{t('toCompany')}</ButtonLink>
          </div>
        ) : (
          <RecordForm
            danger
            action={removeCompany}
            sections={[{ fields: [{ kind: 'hidden', name: 'id', value: company.id }] }]}
            words={await formWords(t('deleteNow'), { companyInUse: t('inUse') })}
          >
            <ButtonLink href={back}>{common('cancel')}</ButtonLink>
          </RecordForm>
        )}
      </Page>
    </DeskFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { fieldProblems } from '#app/parts/field-problems.ts'
import { formWords } from '#app/parts/form-words.ts'
import { conditionsOf, ticketFieldSections } from '#app/parts/ticket-field-sections.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { customerEditForm } from '#lib/tickets/queries/edit-form.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { saveDetails } from './actions.ts'

/** The fields that customers may change (V6). */
export default portalPage(async (viewer, { params }) => {
  if (!/^\d{1,15}$/.test(String(params.number))) throw notFound()
  if (viewer.kind !== 'contact') throw new AppError('forbidden')
  const number = Number(params.number)
  const [t, locale] = await Promise.all([getTranslations('portalTicket'), getLocale()])
  const { subject, fields, version } = await customerEditForm(viewer, number, locale)
  if (fields.length === 0) throw notFound()
  const title = t('detailsTitle', { number: String(number) })
  return (
    <PortalFrame viewer={viewer} place="tickets" title={title}>
      <Page>
        <PageHeader title={title} meta={<a href={paths.ticket(number)}>{subject}</a>} />
        <RecordForm
          action={saveDetails}
          words={await formWords(t('detailsSave'), await fieldProblems())}
          conditions={conditionsOf(fields)}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'number', value: number },
                { kind: 'hidden', name: 'version', value: version },
              ],
            },
            ...(await ticketFieldSections(fields)),
          ]}
        >
          <ButtonLink href={paths.ticket(number)}>{t('back')}</ButtonLink>
        </RecordForm>
      </Page>
    </PortalFrame>
  )
})

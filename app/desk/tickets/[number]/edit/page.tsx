import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { fieldProblems } from '#app/parts/field-problems.ts'
import { formWords } from '#app/parts/form-words.ts'
import { conditionsOf, ticketFieldSections } from '#app/parts/ticket-field-sections.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { deskEditForm } from '#lib/tickets/queries/edit-form.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { ticketNumber } from '../number.ts'
import { saveTicket } from './actions.ts'

/** Subject and every field of the queue. */
export default deskPage(async (viewer, { params }) => {
  const number = ticketNumber(params)
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const { subject, fields, version, nav } = await deskEditForm(viewer, number, locale)
  const title = t('editTitle', { number: String(number) })
  return (
    <DeskFrame viewer={viewer} nav={nav} title={title}>
      <Page>
        <PageHeader title={title} meta={<a href={paths.deskTicket(number)}>{subject}</a>} />
        <RecordForm
          action={saveTicket}
          words={await formWords(t('save'), await fieldProblems())}
          conditions={conditionsOf(fields)}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'number', value: number },
                { kind: 'hidden', name: 'version', value: version },
                { kind: 'text', name: 'subject', label: t('subject'), value: subject },
              ],
            },
            ...(await ticketFieldSections(fields)),
          ]}
        >
          <ButtonLink href={paths.deskTicket(number)}>{t('back')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
})

import { randomUUID } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { fieldProblems } from '#app/parts/field-problems.ts'
import { formWords } from '#app/parts/form-words.ts'
import { conditionsOf, ticketFieldSections } from '#app/parts/ticket-field-sections.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { customerStepForm } from '#lib/tickets/queries/step-form.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { takeStep } from './actions.ts'

/** A step that asks the customer for some of the queue's fields, and perhaps a comment. */
export default portalPage(async (viewer, { params }) => {
  if (!/^\d{1,15}$/.test(String(params.number)) || String(params.activity).includes('%')) throw notFound()
  if (viewer.kind !== 'contact') throw new AppError('forbidden')
  const number = Number(params.number)
  const [t, locale] = await Promise.all([getTranslations('ticket'), getLocale()])
  const { step, subject, fields } = await customerStepForm(viewer, {
    number,
    activity: String(params.activity),
    locale,
  })
  return (
    <PortalFrame viewer={viewer} place="tickets" title={step.label}>
      <Page>
        <PageHeader title={step.label} meta={<a href={paths.ticket(number)}>{subject}</a>} />
        <RecordForm
          action={takeStep}
          words={await formWords(step.label, await fieldProblems())}
          conditions={conditionsOf(fields)}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'key', value: randomUUID() },
                { kind: 'hidden', name: 'number', value: number },
                { kind: 'hidden', name: 'activity', value: step.key },
              ],
            },
            ...(await ticketFieldSections(fields)),
            ...(step.asksComment
              ? [{ fields: [{ kind: 'textarea' as const, name: 'body', label: t('comment') }] }]
              : []),
          ]}
        >
          <ButtonLink href={paths.ticket(number)}>{t('stepBack')}</ButtonLink>
        </RecordForm>
      </Page>
    </PortalFrame>
  )
})

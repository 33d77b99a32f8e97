import { randomUUID } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { ticketNumber } from '#app/desk/tickets/[number]/number.ts'
import { fieldProblems } from '#app/parts/field-problems.ts'
import { formWords } from '#app/parts/form-words.ts'
import { conditionsOf, ticketFieldSections } from '#app/parts/ticket-field-sections.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { deskStepForm } from '#lib/tickets/queries/step-form.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { takeStep } from './actions.ts'

/** A step that asks for some of the queue's fields, and perhaps a comment. */
export default deskPage(async (viewer, { params }) => {
  const number = ticketNumber(params)
  const [t, desk, locale] = await Promise.all([getTranslations('deskTicket'), getTranslations('desk'), getLocale()])
  const { step, subject, fields, nav, commentVisible } = await deskStepForm(viewer, {
    number,
    activity: String(params.activity),
    locale,
  })
  const title = t('stepTitle', { step: step.label, number: String(number) })
  return (
    <DeskFrame viewer={viewer} nav={nav} title={title}>
      <Page>
        <PageHeader title={title} meta={<a href={paths.deskTicket(number)}>{subject}</a>} />
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
              ? [
                  {
                    fields: [
                      {
                        kind: 'textarea' as const,
                        name: 'body',
                        label: t('stepComment'),
                        help: commentVisible ? desk('visible') : desk('invisible'),
                      },
                    ],
                  },
                ]
              : []),
          ]}
        >
          <ButtonLink href={paths.deskTicket(number)}>{t('back')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
})

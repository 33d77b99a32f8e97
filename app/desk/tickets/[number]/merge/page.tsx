import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { mergeForm } from '#lib/tickets/queries/merge-form.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { ticketNumber } from '../number.ts'
import { mergeInto } from './actions.ts'

/** In which other ticket of the same customer this one goes on. */
export default deskPage(async (viewer, { params }) => {
  const number = ticketNumber(params)
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const { subject, mayWrite, candidates, nav } = await mergeForm(viewer, number, locale)
  if (!mayWrite) throw new AppError('forbidden')
  const title = t('mergeTitle', { number: String(number) })
  const problems = {
    mergeSame: t('mergeSame'),
    mergeUnknown: t('mergeUnknown'),
    mergeOtherCustomer: t('mergeOtherCustomer'),
    mergeMerged: t('mergeMerged'),
    mergeNoStatus: t('mergeNoStatus'),
    mergeIsTarget: t('mergeIsTarget'),
  }
  return (
    <DeskFrame viewer={viewer} nav={nav} title={title}>
      <Page>
        <PageHeader title={title} lead={t('mergeLead')} meta={<a href={paths.deskTicket(number)}>{subject}</a>} />
        <RecordForm
          action={mergeInto}
          words={await formWords(t('mergeSubmit'), problems)}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'number', value: number },
                {
                  kind: 'text',
                  name: 'into',
                  label: t('mergeNumber'),
                  inputMode: 'numeric',
                  suggestions: candidates.map((one) => String(one.number)),
                },
              ],
            },
          ]}
        >
          <ButtonLink href={paths.deskTicket(number)}>{t('back')}</ButtonLink>
        </RecordForm>
        {candidates.length > 0 ? (
          <Section title={t('mergeCandidates')}>
            <ul>
              {candidates.map((one) => (
                <li key={one.number}>
                  {one.number} <a href={paths.deskTicket(one.number)}>{one.subject}</a>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Page>
    </DeskFrame>
  )
})

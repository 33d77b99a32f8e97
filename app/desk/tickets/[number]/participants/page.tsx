import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { ContactResults } from '#app/desk/tickets/contact-results.tsx'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { contactChoice } from '#lib/tickets/queries/contact-search.ts'
import { Button } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { ticketNumber } from '../number.ts'
import { takeIn } from '../people-actions.ts'

/** Finds a contact that the engineer may read, to take part in the ticket. */
export default deskPage(async (viewer, { params, search }) => {
  const number = ticketNumber(params)
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const words = search.q?.trim() ?? ''
  const choice = await contactChoice(viewer, { number, words, locale })
  if (!choice.mayWrite || choice.faq) throw new AppError('forbidden')
  const title = t('participantTitle', { number: String(number) })
  const state = (id: number) => {
    if (id === choice.contactId) return t('participantSame')
    return choice.participants.includes(id) ? t('participantIn') : undefined
  }
  return (
    <DeskFrame viewer={viewer} nav={choice.nav} title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('participantLead')}
          meta={<a href={paths.deskTicket(number)}>{choice.subject}</a>}
        />
        <SearchForm
          action={paths.deskPart('tickets', number, 'participants')}
          label={t('customerSearch')}
          placeholder={t('customerSearch')}
          button={t('customerFind')}
          defaultValue={words}
        />
        <ContactResults
          search={choice}
          words={words}
          choose={({ id, name }) =>
            state(id) ?? (
              <form action={takeIn}>
                <input type="hidden" name="number" value={number} />
                <input type="hidden" name="contact" value={id} />
                <Button aria-label={`${t('participantAdd')}: ${name}`}>{t('participantAdd')}</Button>
              </form>
            )
          }
        />
      </Page>
    </DeskFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { ContactResults } from '#app/desk/tickets/contact-results.tsx'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { rehearseCustomer } from '#lib/tickets/commands/customer.ts'
import { contactChoice } from '#lib/tickets/queries/contact-search.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { numberIn, ticketNumber } from '../number.ts'
import { SightChange } from '../sight-change.tsx'
import { makeCustomer } from './actions.ts'

/** First who, then what that changes, then the button. */
export default deskPage(async (viewer, { params, search }) => {
  const number = ticketNumber(params)
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const words = search.q?.trim() ?? ''
  const choice = await contactChoice(viewer, { number, words, locale })
  if (!choice.mayWrite) throw new AppError('forbidden')
  const here = (query: Record<string, string | undefined>) => paths.deskPart('tickets', number, 'customer', query)
  const title = t('customerTitle', { number: String(number) })
  return (
    <DeskFrame viewer={viewer} nav={choice.nav} title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={choice.contact ? t('customerLead', { name: choice.contact }) : t('customerLeadNone')}
          meta={<a href={paths.deskTicket(number)}>{choice.subject}</a>}
        />
        <SearchForm
          action={here({})}
          label={t('customerSearch')}
          placeholder={t('customerSearch')}
          button={t('customerFind')}
          defaultValue={words}
        />
        <ContactResults
          search={choice}
          words={words}
          choose={({ id, name }) =>
            id === choice.contactId ? (
              t('participantSame')
            ) : (
              <ButtonLink href={here({ contact: String(id) })} aria-label={`${t('customerChoose')}: ${name}`}>
                {t('customerChoose')}
              </ButtonLink>
            )
          }
        />
        {await confirmation(numberIn(search.contact))}
      </Page>
    </DeskFrame>
  )

  async function confirmation(contact: number | undefined) {
    if (contact === undefined || contact === choice.contactId) return null
    const { sight, name } = await rehearseCustomer(viewer, { number, contact })
    return (
      <section data-part="section">
        <h2>{t('customerConfirmTitle', { name })}</h2>
        <SightChange change={sight} />
        <form action={makeCustomer}>
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="contact" value={contact} />
          <Actions>
            <Button variant="primary">{t('customerSubmit')}</Button>
            <ButtonLink href={paths.deskTicket(number)}>{t('moveKeep')}</ButtonLink>
          </Actions>
        </form>
      </section>
    )
  }
})

import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { AppError } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type OpenForm, openForm } from '#lib/tickets/queries/open-form.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { Select } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { ContactResults } from '../contact-results.tsx'
import { Request } from './request.tsx'

const here = (query: Record<string, string | undefined>) => paths.deskPart('tickets', 'new', query)

/** For a customer who called: first who, then where, then what. */
export default deskPage(async (viewer, { search }) => {
  if (viewer.create_queues.length === 0) throw new AppError('forbidden')
  const [t, locale] = await Promise.all([getTranslations('deskTicket'), getLocale()])
  const words = search.q?.trim() ?? ''
  const contact = /^\d{1,15}$/.test(search.contact ?? '') ? Number(search.contact) : undefined
  const form = await openForm(viewer, { words, contact, queue: search.queue, locale })
  const nobody = search.contact === 'none'
  return (
    <DeskFrame viewer={viewer} nav={form.nav} title={t('newTitle')}>
      <Page>
        <PageHeader title={t('newTitle')} lead={t('newLead')} />
        {form.contact || nobody ? (
          <Ticket form={form} contact={form.contact ? String(form.contact.id) : 'none'} />
        ) : (
          <>
            <SearchForm
              action={here({})}
              label={t('customerSearch')}
              placeholder={t('customerSearch')}
              button={t('customerFind')}
              defaultValue={words}
            />
            <ContactResults
              search={form}
              words={words}
              choose={({ id, name }) => (
                <ButtonLink href={here({ contact: String(id) })} aria-label={`${t('customerChoose')}: ${name}`}>
                  {t('customerChoose')}
                </ButtonLink>
              )}
            />
            <p>
              <a href={here({ contact: 'none' })}>{t('newNoCustomer')}</a>
            </p>
          </>
        )}
      </Page>
    </DeskFrame>
  )
})

async function Ticket({ form, contact }: { form: OpenForm; contact: string }) {
  const t = await getTranslations('deskTicket')
  const { queue, queues } = form
  return (
    <>
      <p>
        {t('newContact')}:{' '}
        <strong>
          {form.contact ? [form.contact.name, form.contact.company].filter(Boolean).join(', ') : t('newNoCustomer')}
        </strong>{' '}
        <a href={here({ queue: queue?.value })}>{t('newChange')}</a>
      </p>
      <Filters action={here({})}>
        <input type="hidden" name="contact" value={contact} />
        <Select name="queue" label={t('newQueue')} options={queues} defaultValue={queue?.value} />
        <Button variant={queue ? 'quiet' : 'primary'}>{t('newNext')}</Button>
      </Filters>
      {queue ? <Request form={form} contact={contact} queue={queue.value} /> : null}
    </>
  )
}

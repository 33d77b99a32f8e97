import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { Problem } from '#app/parts/problem.tsx'
import { contactPage } from '#lib/contacts/queries/page.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { isLocale } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Facts } from '#lib/ui/facts.tsx'
import { Columns, Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { CustomerTickets } from '../customer-tickets.tsx'
import { idIn } from '../id-in.ts'
import { Lacking } from '../lacking.tsx'
import { Notes } from '../notes.tsx'
import { RecordFacts } from '../record-facts.tsx'
import { AccountCard } from './account-card.tsx'
import { ContactActions } from './contact-actions.tsx'
import { Alike, Done } from './outcome.tsx'

export default deskPage(async (viewer, { params, search }) => {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const saved = search.done === 'created' || search.done === 'saved'
  const found = await contactPage(viewer, idIn(params.id), { locale, before: search.before, compare: saved })
  const { contact, model, card, tickets, notes, alike, nav } = found
  const here = paths.deskContacts(contact.id)
  const formats = formatsFor(locale)
  const fact = (label: string, value: string | null) => (value ? [{ label, value }] : [])
  return (
    <DeskFrame viewer={viewer} nav={nav} title={contact.name} place={{ area: 'contacts' }}>
      <Page>
        <Problem code={search.problem} words={{ forbidden: t('forbidden'), conflict: t('stepGone') }} />
        <Done done={search.done} />
        <Alike found={alike} />
        <PageHeader
          title={contact.name}
          meta={
            <>
              {contact.active ? null : <Badge tone="warning">{t('inactive')}</Badge>}
              {contact.companyId === null ? null : (
                <a href={paths.deskCompanies(contact.companyId)} dir="auto">
                  {contact.company}
                </a>
              )}
              <span>{contact.group}</span>
            </>
          }
          actions={
            <>
              {viewer.administer ? (
                <ButtonLink href={paths.admin('explain', { person: `contact-${contact.id}` })}>
                  {(await getTranslations('admin'))('areas.explain.title')}
                </ButtonLink>
              ) : null}
              <ContactActions contact={contact} hasCompanies={model.hasCompanies} hasAccount={card.account !== null} />
            </>
          }
        />
        <Lacking
          model={model}
          level="contact"
          held={contact}
          edit={contact.mayWrite ? paths.deskContacts(contact.id, 'edit') : null}
        />
        <Columns
          asideLabel={t('masterData')}
          aside={
            <>
              <RecordFacts model={model} level="contact" held={contact} />
              <Section title={t('record')}>
                <Facts
                  facts={[
                    ...fact(t('externalId'), contact.externalId),
                    ...fact(t('language'), isLocale(contact.locale) ? t(`languages.${contact.locale}`) : null),
                    { label: t('since'), value: formats.date(contact.createdAt) },
                  ]}
                />
              </Section>
            </>
          }
        >
          <AccountCard card={card} />
          <CustomerTickets
            tickets={tickets}
            older={tickets.older && `${paths.deskContacts(contact.id, { before: tickets.older })}#tickets`}
            newest={search.before ? `${here}#tickets` : undefined}
          />
          <Notes about="contact" id={contact.id} notes={notes} mayWrite={contact.mayWrite} />
        </Columns>
      </Page>
    </DeskFrame>
  )
})

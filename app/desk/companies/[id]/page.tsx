import { getLocale } from 'next-intl/server'
import { CustomerTickets } from '#app/desk/contacts/customer-tickets.tsx'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { Lacking } from '#app/desk/contacts/lacking.tsx'
import { Notes } from '#app/desk/contacts/notes.tsx'
import { RecordFacts } from '#app/desk/contacts/record-facts.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { Problem } from '#app/parts/problem.tsx'
import { companyPage } from '#lib/companies/queries/page.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Facts } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Columns, Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { CompanyActions } from './company-actions.tsx'
import { CompanyContacts } from './company-contacts.tsx'

const told = ['created', 'saved', 'deactivated', 'reactivated', 'note'] as const

export default deskPage(async (viewer, { params, search }) => {
  const [t, common, locale] = await Promise.all([
    getTranslations('companies'),
    getTranslations('contacts'),
    getLocale(),
  ])
  const { before, after } = search
  const found = await companyPage(viewer, idIn(params.id), { locale, before, after })
  const { company, model, contacts, tickets, notes, nav } = found
  const here = (query: Record<string, string | undefined>) => paths.deskCompanies(company.id, query)
  const done = told.find((one) => one === search.done)
  const formats = formatsFor(locale)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={company.name} place={{ area: 'companies' }}>
      <Page>
        <Problem code={search.problem} words={{ forbidden: common('forbidden') }} />
        {done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
        <PageHeader
          title={company.name}
          meta={
            <>
              {company.active ? null : <Badge tone="warning">{common('inactive')}</Badge>}
              <span>{company.group}</span>
            </>
          }
          actions={<CompanyActions company={company} />}
        />
        <Lacking
          model={model}
          level="company"
          held={company}
          edit={company.mayWrite ? paths.deskCompanies(company.id, 'edit') : null}
        />
        <Columns
          asideLabel={common('masterData')}
          aside={
            <>
              <RecordFacts model={model} level="company" held={company} />
              <Section title={common('record')}>
                <Facts
                  facts={[
                    ...(company.externalId ? [{ label: t('externalId'), value: company.externalId }] : []),
                    {
                      label: t('theme'),
                      value: company.theme
                        ? t(company.theme.from === 'company' ? 'themeOwn' : 'themeOfGroup', { theme: company.theme.id })
                        : t('themeOfHost'),
                    },
                    { label: common('since'), value: formats.date(company.createdAt) },
                  ]}
                />
              </Section>
            </>
          }
        >
          <CompanyContacts
            company={company}
            contacts={contacts}
            next={contacts.next && `${here({ after: contacts.next, before })}#contacts`}
            first={after ? `${here({ before })}#contacts` : undefined}
          />
          <CustomerTickets
            contacts
            tickets={tickets}
            older={tickets.older && `${here({ before: tickets.older, after })}#tickets`}
            newest={before ? `${here({ after })}#tickets` : undefined}
          />
          <Notes about="company" id={company.id} notes={notes} mayWrite={company.mayWrite} />
        </Columns>
      </Page>
    </DeskFrame>
  )
})

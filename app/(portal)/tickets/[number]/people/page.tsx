import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { formWords } from '#app/parts/form-words.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { COLLEAGUES, type TicketPeople, ticketPeople } from '#lib/tickets/queries/people.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { addColleague } from './actions.ts'
import { Present } from './present.tsx'

/** Who of the own company sees this ticket, and for how long. */
export default portalPage(async (viewer, { params, search }) => {
  if (!/^\d{1,15}$/.test(String(params.number))) throw notFound()
  if (viewer.kind !== 'contact') throw new AppError('forbidden')
  const words = (search.q ?? '').trim().slice(0, 100)
  const t = await getTranslations('portalTicket')
  const people = await ticketPeople(viewer, Number(params.number), words)
  const title = t('peopleTitle', { number: String(people.number) })
  return (
    <PortalFrame viewer={viewer} place="tickets" title={title}>
      <Page>
        <Done done={search.done} />
        <PageHeader
          title={title}
          lead={t('peopleLead')}
          meta={<a href={paths.ticket(people.number)}>{people.subject}</a>}
        />
        <Present people={people} />
        <Section title={t('add')}>
          <p>{t('addLead')}</p>
          {words !== '' || people.more ? (
            <SearchForm
              action={paths.ticketPart(people.number, 'people')}
              label={t('search')}
              placeholder={t('search')}
              button={t('find')}
              defaultValue={words}
            />
          ) : null}
          <Invitation people={people} />
        </Section>
      </Page>
    </PortalFrame>
  )
})

async function Invitation({ people: { number, colleagues, more } }: { people: TicketPeople }) {
  const t = await getTranslations('portalTicket')
  if (colleagues.length === 0) return <Notice>{t('none')}</Notice>
  return (
    <>
      {more ? <p>{t('many', { count: COLLEAGUES })}</p> : null}
      <RecordForm
        action={addColleague}
        words={await formWords(t('submit'), { untilPast: t('untilPast') })}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'number', value: number },
              {
                kind: 'select',
                name: 'contact',
                label: t('colleague'),
                options: colleagues.map(({ id, name }) => ({ value: String(id), label: name })),
              },
              {
                kind: 'radio',
                name: 'how',
                label: t('how'),
                value: 'participant',
                options: [
                  { value: 'participant', label: t('howParticipant') },
                  { value: 'share', label: t('howShare') },
                  { value: 'readOnly', label: t('howReadOnly') },
                ],
              },
              { kind: 'date', name: 'until', label: t('untilLabel'), help: t('untilHelp') },
            ],
          },
        ]}
      />
    </>
  )
}

async function Done({ done }: { done: string | undefined }) {
  const t = await getTranslations('portalTicket')
  const said = { added: t('added'), removed: t('removed'), ended: t('ended') }[done ?? '']
  return said ? <Notice tone="success">{said}</Notice> : null
}

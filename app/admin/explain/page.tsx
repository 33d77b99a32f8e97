import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { peopleNamed } from '#lib/access/explain/people.ts'
import { itemOf, personOf, ticketOf } from '#lib/access/explain/question.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { answerOf } from './answer.tsx'
import { FoundPeople } from './found-people.tsx'
import { QuestionForm } from './question-form.tsx'

/** Why a person sees a ticket, or does not. The question stands in the address, so that an answer can be passed on. */
export default adminPage(async (viewer, { search }) => {
  const t = await getTranslations('explain')
  const words = search.q?.trim() ?? ''
  const chosen = personOf(search.person)
  const found = chosen || !words ? [] : await peopleNamed(viewer, words)
  const [only, ...more] = found
  const person = chosen ?? (more.length === 0 ? only : undefined)
  const ticket = ticketOf(search.ticket)
  const answer =
    person && ticket !== undefined ? await answerOf(viewer, { person, ticket, item: itemOf(search.item) }) : undefined
  return (
    <AdminFrame viewer={viewer} area="explain" title={t('title')}>
      <Page>
        <PageHeader title={t('title')} lead={t('lead')} />
        <QuestionForm
          words={words || (answer?.name ?? '')}
          person={chosen}
          ticket={search.ticket}
          problem={person && search.ticket !== undefined && ticket === undefined ? t('ticketMissing') : undefined}
        />
        {answer?.view}
        {words && found.length === 0 && !chosen ? (
          <EmptyState icon="search" title={t('nobody')} text={t('nobodyText')} />
        ) : null}
        {person ? null : <FoundPeople found={found} ticket={search.ticket} />}
      </Page>
    </AdminFrame>
  )
})

import { getLocale } from 'next-intl/server'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { Problem } from '#app/parts/problem.tsx'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type CustomerTicket, customerTicket } from '#lib/tickets/queries/ticket.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Columns, Page, PageHeader } from '#lib/ui/page.tsx'
import { Activities } from './activities.tsx'
import { TicketFacts } from './facts.tsx'
import { TicketHistory } from './history.tsx'
import { GoesOn } from './merged.tsx'
import { Reply } from './reply.tsx'

export default portalPage(async (viewer, { params, search }) => {
  const number = /^\d{1,15}$/.test(String(params.number)) ? Number(params.number) : undefined
  if (number === undefined) throw notFound()
  const before = /^\d{1,15}$/.test(search.before ?? '') ? Number(search.before) : undefined
  const [t, locale] = await Promise.all([getTranslations('ticket'), getLocale()])
  const ticket = await customerTicket(viewer, number, { locale, before })
  return (
    <PortalFrame viewer={viewer} place="tickets" title={`${ticket.number} ${ticket.subject}`}>
      <Page>
        <Done done={search.done} ticket={ticket} />
        <Problem code={search.problem} words={{ conflict: t('activityGone'), invalid: t('commentMissing') }} />
        <GoesOn ticket={ticket} />
        <PageHeader
          title={ticket.subject}
          meta={
            <>
              <StatusBadge tone={ticket.statusKind}>{ticket.status}</StatusBadge>
              <span>{t('number', { number: String(ticket.number) })}</span>
            </>
          }
          lead={ticket.nextStep ?? (await nextStep(ticket.statusKind))}
        />
        <Columns asideLabel={t('facts')} aside={<TicketFacts ticket={ticket} />}>
          <TicketHistory ticket={ticket} viewer={viewer} />
          <Changeable viewer={viewer} any={ticket.mayComment || ticket.activities.length > 0}>
            <Activities number={ticket.number} activities={ticket.activities} />
            <Reply ticket={ticket} />
          </Changeable>
        </Columns>
      </Page>
    </PortalFrame>
  )
})

async function nextStep(kind: CustomerTicket['statusKind']): Promise<string> {
  const t = await getTranslations('ticket')
  return { open: t('nextOpen'), waiting: t('nextWaiting'), closed: t('nextClosed') }[kind]
}

/** What the submit before this page did. */
async function Done({ done, ticket }: { done: string | undefined; ticket: CustomerTicket }) {
  const t = await getTranslations()
  if (done === 'created') {
    return (
      <Notice tone="success">
        <strong>{t('create.doneTitle')}</strong> {t('create.doneNumber', { number: String(ticket.number) })}{' '}
        {t('create.done')}
      </Notice>
    )
  }
  if (done === 'details') return <Notice tone="success">{t('portalTicket.detailsSaved')}</Notice>
  if (done === 'comment') return <Notice tone="success">{t('ticket.commentAdded')}</Notice>
  if (done === 'activity')
    return <Notice tone="success">{t('ticket.activityExecuted', { activity: ticket.status })}</Notice>
  return null
}

import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { Problem } from '#app/parts/problem.tsx'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { deskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Columns, Page, PageHeader } from '#lib/ui/page.tsx'
import { Activities } from './activities.tsx'
import { Answer } from './answer.tsx'
import { DeskFacts } from './facts.tsx'
import { DeskHistory } from './history.tsx'
import { Done } from './outcome.tsx'

export default deskPage(async (viewer, { params, search }) => {
  const number = idIn(params.number)
  if (number === undefined) throw notFound()
  const [t, desk, locale] = await Promise.all([getTranslations('ticket'), getTranslations('desk'), getLocale()])
  const ticket = await deskTicket(viewer, number, { locale, before: idIn(search.before) })
  const written = search.done === 'answer' || search.done === 'note'
  return (
    <DeskFrame viewer={viewer} nav={ticket.nav} title={`${ticket.number} ${ticket.subject}`}>
      <Page>
        <Problem
          code={search.problem}
          words={{ conflict: t('activityGone'), forbidden: desk('forbidden'), invalid: desk('commentMissing') }}
        />
        {written ? null : <Done done={search.done} ticket={ticket} />}
        <PageHeader
          title={ticket.subject}
          meta={
            <>
              <StatusBadge tone={ticket.statusKind}>{ticket.status}</StatusBadge>
              <span>{t('number', { number: String(ticket.number) })}</span>
              <a href={paths.desk({ queue: ticket.queueKey })}>{ticket.queue}</a>
            </>
          }
        />
        <Columns
          asideLabel={t('facts')}
          aside={
            <>
              <Activities ticket={ticket} />
              <DeskFacts ticket={ticket} />
            </>
          }
        >
          <DeskHistory ticket={ticket} />
          <div id="end">{written ? <Done done={search.done} ticket={ticket} /> : null}</div>
          <Answer ticket={ticket} />
        </Columns>
      </Page>
    </DeskFrame>
  )
})

function idIn(text: string | string[] | undefined): number | undefined {
  return /^\d{1,15}$/.test(String(text)) ? Number(text) : undefined
}

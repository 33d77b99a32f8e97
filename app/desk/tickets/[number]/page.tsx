import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { Problem } from '#app/parts/problem.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { deskTicket, HISTORY_PARTS } from '#lib/tickets/queries/desk-ticket.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Columns, Page, PageHeader } from '#lib/ui/page.tsx'
import { Composer } from './composer.tsx'
import { DeskFacts } from './facts.tsx'
import { DeskHistory } from './history.tsx'
import { GoesOn, Merged } from './merged.tsx'
import { numberIn, ticketNumber } from './number.ts'
import { Done } from './outcome.tsx'
import { People } from './people.tsx'
import { CustomerKnows, Writing } from './presence.tsx'
import { Work } from './work.tsx'

export default deskPage(async (viewer, { params, search }) => {
  const number = ticketNumber(params)
  const [t, desk, locale] = await Promise.all([getTranslations('ticket'), getTranslations('desk'), getLocale()])
  const part = HISTORY_PARTS.find((one) => one === search.show) ?? 'all'
  const ticket = await deskTicket(viewer, number, { locale, before: numberIn(search.before), part })
  const written = search.done === 'answer' || search.done === 'note'
  const done = <Done done={search.done} of={search.of} ticket={ticket} />
  return (
    <DeskFrame viewer={viewer} nav={ticket.nav} title={`${ticket.number} ${ticket.subject}`}>
      <Page>
        <Problem
          code={search.problem}
          words={{ conflict: t('activityGone'), forbidden: desk('forbidden'), invalid: desk('commentMissing') }}
        />
        {written ? null : done}
        <GoesOn ticket={ticket} />
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
          secondary
          asideLabel={t('facts')}
          aside={
            <>
              <Work ticket={ticket} />
              <DeskFacts ticket={ticket} viewer={viewer} />
              <People ticket={ticket} />
              <Merged ticket={ticket} />
            </>
          }
        >
          <DeskHistory ticket={ticket} part={part} />
          <div id="end">{written ? done : null}</div>
          <CustomerKnows ticket={ticket} />
          <Writing names={ticket.writing} />
          <Composer ticket={ticket} />
        </Columns>
      </Page>
    </DeskFrame>
  )
})

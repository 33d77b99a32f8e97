import { getTranslations } from '#lib/i18n/translations.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** What the submit before this page did. */
export async function Done({
  done,
  ticket,
  of = '',
}: {
  done: string | undefined
  ticket: DeskTicket
  of?: string | undefined
}) {
  const [t, own] = await Promise.all([getTranslations(), getTranslations('deskTicket')])
  const number = String(ticket.number)
  const said: Record<string, string> = {
    answer: t('desk.entryAddedVisible'),
    note: t('desk.entryAddedInternal'),
    activity: t('ticket.activityExecuted', { activity: ticket.status }),
    assigned: ticket.engineer ? t('desk.assigned', { name: ticket.engineer }) : own('removedEngineer'),
    edited: own('saved'),
    moved: own('moved', { queue: ticket.queue }),
    customer: own('customerChanged', { name: ticket.contact ?? t('common.none') }),
    created: own('created', { number }),
    participant: own('participantAdded'),
    participantGone: own('participantRemoved'),
    shareEnded: own('shareEndedDone'),
    // Only a number that is really among them: an address is anybody's.
    ...(ticket.merged.some((one) => String(one.number) === of) ? { merged: own('mergeDone', { number: of }) } : {}),
    separated: own('separated', { number }),
  }
  const words = done === undefined || !Object.hasOwn(said, done) ? undefined : said[done]
  return words ? <Notice tone="success">{words}</Notice> : null
}

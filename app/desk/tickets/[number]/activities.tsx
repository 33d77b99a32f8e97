import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import type { TicketAction } from '#lib/tickets/ticket.ts'
import { Actions, Button } from '#lib/ui/button.tsx'
import { Textarea } from '#lib/ui/controls.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Section } from '#lib/ui/page.tsx'
import { assignToMe, execute } from './actions.ts'

/** What the engineer may do with the ticket besides answering; a step that asks for a comment opens its own form. */
export async function Activities({ ticket }: { ticket: DeskTicket }) {
  const t = await getTranslations('desk')
  if (ticket.activities.length === 0 && !ticket.mayTakeOver) return null
  return (
    <Section title={t('activities')}>
      <Actions>
        {ticket.mayTakeOver ? (
          <form action={assignToMe}>
            <input type="hidden" name="number" value={ticket.number} />
            <Button>{t('assignToMe')}</Button>
          </form>
        ) : null}
        {ticket.activities.map((activity) => (
          <Step key={activity.key} number={ticket.number} activity={activity} />
        ))}
      </Actions>
    </Section>
  )
}

async function Step({ number, activity: { key, label, asksComment } }: { number: number; activity: TicketAction }) {
  const t = await getTranslations('ticket')
  const hidden = (
    <>
      <input type="hidden" name="key" value={randomUUID()} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="activity" value={key} />
    </>
  )
  if (!asksComment) {
    return (
      <form action={execute}>
        {hidden}
        <Button>{label}</Button>
      </form>
    )
  }
  return (
    <Disclosure summary={label}>
      <Form action={execute}>
        {hidden}
        <Textarea name={`comment-${key}`} label={t('comment')} rows={4} required />
        <Button>{label}</Button>
      </Form>
    </Disclosure>
  )
}

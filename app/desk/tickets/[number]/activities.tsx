import { randomUUID } from 'node:crypto'
import { getTranslations } from '#lib/i18n/translations.ts'
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
  const { number, activities, mayTakeOver, stepsVisible } = ticket
  if (activities.length === 0 && !mayTakeOver) return null
  return (
    <Section title={t('activities')}>
      <Actions>
        {mayTakeOver ? (
          <form action={assignToMe}>
            <input type="hidden" name="number" value={number} />
            <Button>{t('assignToMe')}</Button>
          </form>
        ) : null}
        {activities
          .filter(({ asksComment }) => !asksComment)
          .map(({ key, label }) => (
            <form key={key} action={execute}>
              <StepValues number={number} activity={key} />
              <Button>{label}</Button>
            </form>
          ))}
      </Actions>
      {activities
        .filter(({ asksComment }) => asksComment)
        .map((activity) => (
          <StepWithComment key={activity.key} number={number} activity={activity} visible={stepsVisible} />
        ))}
    </Section>
  )
}

type Step = { number: number; activity: TicketAction; visible: boolean }

async function StepWithComment({ number, activity: { key, label }, visible }: Step) {
  const t = await getTranslations()
  return (
    <Disclosure summary={label}>
      <Form action={execute}>
        <StepValues number={number} activity={key} />
        <Textarea
          name={`comment-${key}`}
          label={t('ticket.comment')}
          help={visible ? t('desk.visible') : t('desk.invisible')}
          rows={4}
          required
        />
        <Button>{label}</Button>
      </Form>
    </Disclosure>
  )
}

function StepValues({ number, activity }: { number: number; activity: string }) {
  return (
    <>
      <input type="hidden" name="key" value={randomUUID()} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="activity" value={activity} />
    </>
  )
}

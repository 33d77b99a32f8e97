import { randomUUID } from 'node:crypto'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import type { TicketAction } from '#lib/tickets/ticket.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Select, Textarea } from '#lib/ui/controls.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Section } from '#lib/ui/page.tsx'
import { assign, assignToMe, execute } from './actions.ts'

/** What the engineer may do with the ticket besides answering: who works on it, its next steps, and what is on other pages. */
export async function Work({ ticket }: { ticket: DeskTicket }) {
  const t = await getTranslations('deskTicket')
  const { number, activities, mayWrite } = ticket
  if (ticket.mergedInto || (activities.length === 0 && !mayWrite)) return null
  return (
    <Section title={t('work')}>
      {activities.length > 0 ? <Steps ticket={ticket} /> : null}
      {mayWrite ? <Assignment ticket={ticket} /> : null}
      {mayWrite ? (
        <ul data-part="section">
          {(['edit', 'customer', 'move', 'merge'] as const).map((part) => (
            <li key={part}>
              <a href={paths.deskPart('tickets', number, part)}>
                {{ edit: t('edit'), customer: t('changeCustomer'), move: t('move'), merge: t('merge') }[part]}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

async function Assignment({ ticket: { number, engineerId, engineers, mayTakeOver } }: { ticket: DeskTicket }) {
  const [t, desk] = await Promise.all([getTranslations('deskTicket'), getTranslations('desk')])
  return (
    <>
      {mayTakeOver ? (
        <form action={assignToMe}>
          <input type="hidden" name="number" value={number} />
          <Button>{desk('assignToMe')}</Button>
        </form>
      ) : null}
      <form action={assign} data-part="filters">
        <input type="hidden" name="number" value={number} />
        <Select
          key={engineerId}
          name="engineer"
          label={t('assignTo')}
          options={[
            { value: 'none', label: t('nobody') },
            ...engineers.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          defaultValue={String(engineerId ?? 'none')}
        />
        <Button>{t('assign')}</Button>
      </form>
    </>
  )
}

/** Plain steps are buttons, one that asks for a comment opens its own form, one with more to fill in has its own page. */
async function Steps({ ticket: { number, activities, stepsVisible } }: { ticket: DeskTicket }) {
  const of = (fits: (step: TicketAction) => boolean) => activities.filter(fits)
  return (
    <>
      <Actions>
        {of(({ asksComment, form }) => !asksComment && !form).map(({ key, label }) => (
          <form key={key} action={execute}>
            <StepValues number={number} activity={key} />
            <Button>{label}</Button>
          </form>
        ))}
        {of(({ form }) => form).map(({ key, label }) => (
          <ButtonLink key={key} href={paths.deskPart('tickets', number, 'step', key)}>
            {label}
          </ButtonLink>
        ))}
      </Actions>
      <div>
        {of(({ asksComment, form }) => asksComment && !form).map((activity) => (
          <StepWithComment key={activity.key} number={number} activity={activity} visible={stepsVisible} />
        ))}
      </div>
    </>
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

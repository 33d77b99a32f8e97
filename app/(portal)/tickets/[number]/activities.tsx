import { randomUUID } from 'node:crypto'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { TicketAction } from '#lib/tickets/ticket.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Textarea } from '#lib/ui/controls.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Section } from '#lib/ui/page.tsx'
import { execute } from './actions.ts'

/** The steps that the customer may take now; one that asks for a reason opens its own little form. */
export async function Activities({ number, activities }: { number: number; activities: TicketAction[] }) {
  const t = await getTranslations('ticket')
  if (activities.length === 0) return null
  const hidden = (key: string) => (
    <>
      <input type="hidden" name="key" value={randomUUID()} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="activity" value={key} />
    </>
  )
  return (
    <Section title={t('activities')}>
      <Actions>
        {activities.map(({ key, label, asksComment, form }) =>
          form ? (
            <ButtonLink key={key} href={paths.ticketStep(number, key)}>
              {label}
            </ButtonLink>
          ) : asksComment ? (
            <Disclosure key={key} summary={label}>
              <Form action={execute}>
                {hidden(key)}
                <Textarea name={`comment-${key}`} label={t('comment')} required />
                <Button>{label}</Button>
              </Form>
            </Disclosure>
          ) : (
            <form key={key} action={execute}>
              {hidden(key)}
              <Button>{label}</Button>
            </form>
          ),
        )}
      </Actions>
    </Section>
  )
}

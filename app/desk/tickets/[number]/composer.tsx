import { randomUUID } from 'node:crypto'
import { draftErrors } from '#app/parts/draft-errors.ts'
import { DetachButtons, DraftFields } from '#app/parts/draft-fields.tsx'
import { DraftProblem } from '#app/parts/draft-problem.tsx'
import { purposeText } from '#lib/drafts/purpose.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskTicket, TextClass } from '#lib/tickets/queries/desk-ticket.ts'
import { Button } from '#lib/ui/button.tsx'
import { CheckboxGroup } from '#lib/ui/choices.tsx'
import { Select, Textarea } from '#lib/ui/controls.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'
import { readersOf } from './readers.ts'

/**
 * Where the engineer writes: an answer to the customer or an internal note, never both at once. Which it is shows in
 * title, colour, shape and the button's words, and who will read it stands above the text. Going over to the other keeps
 * what was typed; the button that does so submits the form, so it needs no script.
 */
export async function Composer({ ticket }: { ticket: DeskTicket }) {
  const t = await getTranslations()
  const { draft, textClasses } = ticket
  const chosen = chosenClass(ticket)
  if (!ticket.mayAnswer || !chosen)
    return <Notice>{ticket.acceptsComments ? t('ticket.readOnly') : t('ticket.commentClosed')}</Notice>
  const errors = await draftErrors(draft)
  const visible = chosen.customerVisible
  return (
    <Section title={visible ? t('deskTicket.answerTitle') : t('deskTicket.noteTitle')} id="reply">
      <DraftProblem draft={draft} errors={errors} />
      <Form
        action={`${paths.draft(purposeText({ kind: 'answer', number: ticket.number }))}`}
        method="post"
        encType="multipart/form-data"
      >
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="textClass" value={chosen.key} />
        <div data-part="composer" data-state={visible ? 'answer' : 'internal'}>
          <ClassSwitch classes={textClasses} chosen={chosen} />
          <Textarea
            name="body"
            label={visible ? t('deskTicket.answerText') : t('deskTicket.noteText')}
            help={await readersOf(ticket, visible)}
            error={errors.find(({ name }) => name === 'body')?.message}
            defaultValue={String(draft?.values.body ?? '')}
          />
          <Helpers ticket={ticket} />
          <DraftFields draft={draft} />
          <div data-part="actions">
            <SubmitOnce variant="primary" name="intent" value="send" busy={t('deskTicket.sending')}>
              {visible ? t('deskTicket.sendAnswer') : t('deskTicket.addNote')}
            </SubmitOnce>
            {draft ? (
              <Button name="intent" value="discard" formNoValidate>
                {t('upload.draftDiscard')}
              </Button>
            ) : null}
          </div>
          <DetachButtons draft={draft} />
        </div>
      </Form>
    </Section>
  )
}

/** What was chosen last, else what the queue has for engineers. */
function chosenClass({ draft, textClasses, defaultTextClass }: DeskTicket): TextClass | undefined {
  const named = (key: unknown) => textClasses.find((one) => one.key === key)
  return named(draft?.values.textClass) ?? named(defaultTextClass) ?? textClasses[0]
}

async function ClassSwitch({ classes, chosen }: { classes: TextClass[]; chosen: TextClass }) {
  const t = await getTranslations('deskTicket')
  return (
    <fieldset data-part="class-switch">
      <legend data-part="hidden">{t('kind')}</legend>
      {classes.map(({ key, label, customerVisible }) => (
        <button
          key={key}
          type="submit"
          name="intent"
          value={`class:${key}`}
          formNoValidate
          aria-pressed={key === chosen.key}
          data-state={customerVisible ? 'answer' : 'internal'}
        >
          <Icon name={customerVisible ? 'message' : 'lock'} />
          {label}
        </button>
      ))}
    </fieldset>
  )
}

/** Texts that are ready, and colleagues to call. */
async function Helpers({ ticket: { canned, engineers, draft } }: { ticket: DeskTicket }) {
  const t = await getTranslations('deskTicket')
  return (
    <>
      {canned.length > 0 ? (
        <div data-part="filters">
          <Select
            name="canned"
            label={t('canned')}
            empty={t('cannedNone')}
            options={canned.map(({ id, title, own }) => ({
              value: String(id),
              label: own ? t('cannedOwn', { title }) : title,
            }))}
          />
          <Button name="intent" value="insert" formNoValidate>
            {t('cannedInsert')}
          </Button>
        </div>
      ) : null}
      {engineers.length > 0 ? (
        <Disclosure summary={t('notify')} open={draft?.values.notify !== undefined}>
          <CheckboxGroup
            name="notify"
            label={t('notify')}
            help={t('notifyHelp')}
            options={engineers.map(({ id, name }) => ({ value: String(id), label: name }))}
            defaultValues={[draft?.values.notify ?? []].flat()}
          />
        </Disclosure>
      ) : null}
    </>
  )
}

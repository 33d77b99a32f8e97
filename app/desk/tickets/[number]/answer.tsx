import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { draftErrors } from '#app/parts/draft-errors.ts'
import { DraftFields } from '#app/parts/draft-fields.tsx'
import { DraftProblem } from '#app/parts/draft-problem.tsx'
import { purposeText } from '#lib/drafts/purpose.ts'
import { paths } from '#lib/paths.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { Button } from '#lib/ui/button.tsx'
import { RadioGroup } from '#lib/ui/choices.tsx'
import { Textarea } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'

/** The engineer's entry with its text class, which says in words who will read it; one form with its files. */
export async function Answer({ ticket }: { ticket: DeskTicket }) {
  const t = await getTranslations()
  const { draft, textClasses, defaultTextClass } = ticket
  if (!ticket.mayAnswer)
    return <Notice>{ticket.acceptsComments ? t('ticket.readOnly') : t('ticket.commentClosed')}</Notice>
  const errors = await draftErrors(draft)
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message
  return (
    <Section title={t('desk.answer')} id="reply">
      <DraftProblem draft={draft} errors={errors} />
      <Form
        action={paths.draft(purposeText({ kind: 'answer', number: ticket.number }))}
        method="post"
        encType="multipart/form-data"
      >
        <input type="hidden" name="key" value={randomUUID()} />
        <RadioGroup
          name="textClass"
          label={t('desk.textClass')}
          error={errorOf('textClass')}
          defaultValue={String(draft?.values.textClass ?? defaultTextClass ?? '')}
          options={textClasses.map(({ key, label, customerVisible }) => ({
            value: key,
            label: (
              <>
                {label}{' '}
                <span data-part="field-note">· {customerVisible ? t('desk.visible') : t('desk.invisible')}</span>
              </>
            ),
          }))}
        />
        <Textarea
          name="body"
          label={t('ticket.comment')}
          help={t('ticket.commentHelp')}
          error={errorOf('body')}
          defaultValue={String(draft?.values.body ?? '')}
        />
        <DraftFields draft={draft} />
        <div data-part="actions">
          <SubmitOnce variant="primary" name="intent" value="send" busy={t('ticket.commentAdding')}>
            {t('desk.entryAdd')}
          </SubmitOnce>
          {draft ? (
            <Button name="intent" value="discard" formNoValidate>
              {t('upload.draftDiscard')}
            </Button>
          ) : null}
        </div>
      </Form>
    </Section>
  )
}

import { randomUUID } from 'node:crypto'
import { draftErrors } from '#app/parts/draft-errors.ts'
import { DetachButtons, DraftFields } from '#app/parts/draft-fields.tsx'
import { DraftProblem } from '#app/parts/draft-problem.tsx'
import { purposeText } from '#lib/drafts/purpose.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { CustomerTicket } from '#lib/tickets/queries/ticket.ts'
import { Button } from '#lib/ui/button.tsx'
import { Textarea } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'

/** The reply box at the end; sent as one form with its files, with or without a script. */
export async function Reply({ ticket }: { ticket: CustomerTicket }) {
  const t = await getTranslations()
  if (!ticket.mayComment) {
    return <Notice>{ticket.readOnly ? t('ticket.readOnly') : t('ticket.commentClosed')}</Notice>
  }
  const { draft } = ticket
  const errors = await draftErrors(draft)
  return (
    <Section title={t('ticket.reply')} id="reply">
      <DraftProblem draft={draft} errors={errors} />
      <Form
        action={paths.draft(purposeText({ kind: 'comment', number: ticket.number }))}
        method="post"
        encType="multipart/form-data"
      >
        <input type="hidden" name="key" value={randomUUID()} />
        <Textarea
          name="body"
          label={t('ticket.comment')}
          help={t('ticket.commentHelp')}
          error={errors.find(({ name }) => name === 'body')?.message}
          defaultValue={String(draft?.values.body ?? '')}
        />
        <DraftFields draft={draft} />
        <div data-part="actions">
          <SubmitOnce variant="primary" name="intent" value="send" busy={t('ticket.commentAdding')}>
            {t('ticket.commentAdd')}
          </SubmitOnce>
          {draft ? (
            <Button name="intent" value="discard" formNoValidate>
              {t('upload.draftDiscard')}
            </Button>
          ) : null}
        </div>
        <DetachButtons draft={draft} />
      </Form>
    </Section>
  )
}

import { randomUUID } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { draftErrors } from '#app/parts/draft-errors.ts'
import { DetachButtons, DraftFields } from '#app/parts/draft-fields.tsx'
import { DraftProblem } from '#app/parts/draft-problem.tsx'
import { QueueFields } from '#app/parts/queue-fields.tsx'
import { purposeText } from '#lib/drafts/purpose.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { SUBJECT_MAX } from '#lib/tickets/input.ts'
import type { OpenForm } from '#lib/tickets/queries/open-form.ts'
import { Actions, Button } from '#lib/ui/button.tsx'
import { Checkbox } from '#lib/ui/choices.tsx'
import { Input, Textarea } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'

/** What the customer wants, with files; kept as a draft like every form that takes them. */
export async function Request({
  form: { fields, draft },
  contact,
  queue,
}: {
  form: OpenForm
  contact: string
  queue: string
}) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const errors = await draftErrors(draft, Object.fromEntries(fields.map(({ key, label }) => [key, label])))
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message
  const typed = (name: string) => String(draft?.values[name] ?? '')
  return (
    <>
      <DraftProblem draft={draft} errors={errors} />
      <Form action={paths.draft(purposeText({ kind: 'open', queue }))} method="post" encType="multipart/form-data">
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="contact" value={contact} />
        <Input
          name="subject"
          label={t('deskTicket.subject')}
          error={errorOf('subject')}
          defaultValue={typed('subject')}
          maxLength={SUBJECT_MAX}
          required
        />
        <Textarea
          name="description"
          label={t('deskTicket.newText')}
          error={errorOf('description')}
          defaultValue={typed('description')}
          rows={8}
          required
        />
        <Checkbox
          name="internal"
          label={t('deskTicket.newTextInternal')}
          help={t('deskTicket.newTextInternalHelp')}
          error={errorOf('internal')}
          defaultChecked={draft?.values.internal !== undefined}
        />
        <QueueFields fields={fields} contacts={[]} locale={locale} values={draft?.values ?? {}} errorOf={errorOf} />
        <DraftFields draft={draft} />
        <Actions>
          <SubmitOnce variant="primary" name="intent" value="send" busy={t('create.submitting')}>
            {t('deskTicket.newSubmit')}
          </SubmitOnce>
          {draft ? (
            <Button name="intent" value="discard" formNoValidate>
              {t('upload.draftDiscard')}
            </Button>
          ) : null}
        </Actions>
        <DetachButtons draft={draft} />
      </Form>
    </>
  )
}

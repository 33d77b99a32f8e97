import { randomUUID } from 'node:crypto'
import { getLocale } from 'next-intl/server'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { draftErrors } from '#app/parts/draft-errors.ts'
import { DetachButtons, DraftFields } from '#app/parts/draft-fields.tsx'
import { DraftProblem } from '#app/parts/draft-problem.tsx'
import { QueueFields } from '#app/parts/queue-fields.tsx'
import { purposeText } from '#lib/drafts/purpose.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { createForm } from '#lib/queues/queries.ts'
import { SUBJECT_MAX } from '#lib/tickets/input.ts'
import { Actions, Button } from '#lib/ui/button.tsx'
import { Input, Textarea } from '#lib/ui/controls.tsx'
import { Form } from '#lib/ui/form.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { SubmitOnce } from '#lib/ui/submit-once.tsx'

export default portalPage(async (viewer, { params }) => {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const { queue, fields, contacts, draft } = await createForm(viewer, queueKey(params.queue), locale)
  const errors = await draftErrors(draft, Object.fromEntries(fields.map(({ key, label }) => [key, label])))
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message
  const typed = (name: string) => String(draft?.values[name] ?? '')
  const title = t('create.inQueue', { queue: queue.label })
  return (
    <PortalFrame viewer={viewer} place="create" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={queue.description}
          meta={<a href={paths.newTicket()}>{t('create.changeQueue')}</a>}
        />
        <DraftProblem draft={draft} errors={errors} />
        <Changeable viewer={viewer}>
          <Form
            action={paths.draft(purposeText({ kind: 'create', queue: queue.key }))}
            method="post"
            encType="multipart/form-data"
          >
            <input type="hidden" name="key" value={randomUUID()} />
            <Input
              name="subject"
              label={t('create.subject')}
              help={t('create.subjectHelp')}
              error={errorOf('subject')}
              defaultValue={typed('subject')}
              maxLength={SUBJECT_MAX}
              required
            />
            <Textarea
              name="description"
              label={t('create.description')}
              help={t('create.descriptionHelp')}
              error={errorOf('description')}
              defaultValue={typed('description')}
              rows={8}
              required
            />
            <QueueFields
              fields={fields}
              contacts={contacts}
              locale={locale}
              values={draft?.values ?? {}}
              errorOf={errorOf}
            />
            <DraftFields draft={draft} />
            <Actions>
              <SubmitOnce variant="primary" name="intent" value="send" busy={t('create.submitting')}>
                {t('create.submit')}
              </SubmitOnce>
              {draft ? (
                <Button name="intent" value="discard">
                  {t('upload.draftDiscard')}
                </Button>
              ) : null}
            </Actions>
            <DetachButtons draft={draft} />
          </Form>
        </Changeable>
      </Page>
    </PortalFrame>
  )
})

/** @throws AppError `not_found` for what cannot be a queue's key */
function queueKey(segment: string | string[] | undefined): string {
  const key = decoded(String(segment))
  if (key === undefined || key.includes('\0')) throw notFound()
  return key
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

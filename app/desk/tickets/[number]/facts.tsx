import { getLocale } from 'next-intl/server'
import { attachmentItem } from '#app/parts/attachment-item.ts'
import { fieldText } from '#app/parts/field-text.tsx'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { AttachmentList } from '#lib/ui/attachment-list.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Facts } from '#lib/ui/facts.tsx'
import { Section } from '#lib/ui/page.tsx'

/** More files than these are folded: the history shows them anyway. */
const FEW = 5

/** The narrow column: who, when, every field, and all files in one place. */
export async function DeskFacts({ ticket, viewer }: { ticket: DeskTicket; viewer: EngineerViewer }) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const formats = formatsFor(locale)
  const words = { yes: t('common.yes'), no: t('common.no') }
  const optional = (label: string, value: string | null) => (value ? [{ label, value }] : [])
  const when = (at: Date | null) => at && formats.full(at)
  const files = ticket.attachments.map((file) => {
    const item = attachmentItem(file, formats)
    return file.customerVisible ? item : { ...item, detail: `${item.detail} · ${t('desk.invisible')}` }
  })
  const list = <AttachmentList label={t('ticket.attachments')} items={files} />
  return (
    <>
      <Facts
        facts={[
          { label: t('desk.contact'), value: <Customer ticket={ticket} explains={viewer.administer} /> },
          ...(ticket.company
            ? [
                {
                  label: t('desk.company'),
                  value: <a href={paths.deskPart('companies', Number(ticket.companyId))}>{ticket.company}</a>,
                },
              ]
            : []),
          ...optional(t('desk.group'), ticket.group),
          { label: t('desk.engineer'), value: ticket.engineer ?? t('desk.engineerNone') },
          { label: t('ticket.created'), value: formats.full(ticket.createdAt) },
          ...optional(t('ticket.closed'), when(ticket.closedAt)),
          ...optional(t('ticket.expected'), ticket.closedAt ? null : when(ticket.answerDueAt)),
          ...ticket.fields.map((field) => ({ label: field.label, value: fieldText(field, locale, formats, words) })),
        ]}
      />
      {files.length ? (
        <Section title={t('ticket.attachments')}>
          {files.length > FEW ? (
            <Disclosure summary={t('ticket.attachmentsCount', { count: files.length })}>{list}</Disclosure>
          ) : (
            list
          )}
        </Section>
      ) : null}
    </>
  )
}

async function Customer({
  ticket: { contactId, contact, number },
  explains,
}: {
  ticket: DeskTicket
  explains: boolean
}) {
  const t = await getTranslations()
  if (!contact || contactId === null) return t('common.none')
  return (
    <>
      <a href={paths.deskPart('contacts', contactId)}>{contact}</a>
      {explains ? (
        <>
          <br />
          <small>
            <a href={paths.admin('explain', { contact: String(contactId), ticket: String(number) })}>
              {t('deskTicket.explain')}
            </a>
          </small>
        </>
      ) : null}
    </>
  )
}

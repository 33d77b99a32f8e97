import { getLocale } from 'next-intl/server'
import { attachmentItem } from '#app/parts/attachment-item.ts'
import { fieldText } from '#app/parts/field-text.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { CustomerTicket } from '#lib/tickets/queries/ticket.ts'
import { AttachmentList } from '#lib/ui/attachment-list.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { Facts } from '#lib/ui/facts.tsx'

/** The narrow column: who, when, the exposed fields, and all files in one place. */
export async function TicketFacts({ ticket }: { ticket: CustomerTicket }) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const formats = formatsFor(locale)
  const words = { yes: t('common.yes'), no: t('common.no') }
  const optional = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : [])
  return (
    <>
      <Facts
        facts={[
          { label: t('ticket.queue'), value: ticket.queue },
          ...optional(t('ticket.owner'), ticket.owner),
          { label: t('ticket.engineer'), value: ticket.engineer ?? t('ticket.engineerNone') },
          { label: t('ticket.created'), value: formats.full(ticket.createdAt) },
          ...(ticket.closedAt
            ? [{ label: t('ticket.closed'), value: formats.full(ticket.closedAt) }]
            : optional(t('ticket.expected'), ticket.answerDueAt && formats.full(ticket.answerDueAt))),
          ...optional(t('ticket.participants'), ticket.participants.join(', ')),
          ...ticket.fields.map((field) => ({ label: field.label, value: fieldText(field, locale, formats, words) })),
        ]}
      />
      <Links ticket={ticket} />
      {ticket.attachments.length ? (
        <Disclosure summary={t('ticket.attachmentsCount', { count: ticket.attachments.length })}>
          <AttachmentList
            label={t('ticket.attachments')}
            items={ticket.attachments.map((file) => attachmentItem(file, formats))}
          />
        </Disclosure>
      ) : null}
    </>
  )
}

/** What the customer may change about the ticket beside writing in it; each on a page of its own. */
async function Links({ ticket: { number, mayEdit, mayInvite } }: { ticket: CustomerTicket }) {
  const t = await getTranslations('portalTicket')
  if (!mayEdit && !mayInvite) return null
  return (
    <ul data-part="section">
      {mayEdit ? (
        <li>
          <a href={paths.ticketPart(number, 'fields')}>{t('details')}</a>
        </li>
      ) : null}
      {mayInvite ? (
        <li>
          <a href={paths.ticketPart(number, 'people')}>{t('peopleChange')}</a>
        </li>
      ) : null}
    </ul>
  )
}

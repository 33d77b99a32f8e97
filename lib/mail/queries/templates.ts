import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { contacts, engineers, queues, statuses, templates, tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { paths } from '#lib/paths.ts'
import { chooseTheme } from '#lib/themes/choose.ts'
import { absolute } from '../addresses.ts'
import { exampleValues } from '../examples.ts'
import { logoOf } from '../frame.ts'
import type { MailKey } from '../kinds.ts'
import type { Values } from '../liquid.ts'
import { type MailText, type Rendered, renderMail } from '../render.ts'
import { textOf } from './texts.ts'

export type ChangedText = { key: string; locale: string; changedAt: Date }

/** The texts that an administrator changed. */
export function changedTexts(viewer: EngineerViewer): Promise<ChangedText[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({ key: templates.key, locale: templates.locale, changedAt: templates.changedAt })
      .from(templates)
      .limit(500),
  )
}

export type EditedText = MailText & {
  /** The moment of the last change, empty for the delivered text: who saves says from which one it came. */
  version: string
  /** Where a test mail goes. */
  ownAddress: string | null
}

/** A mail's text in a language as it is now. */
export function editedText(viewer: EngineerViewer, key: MailKey, locale: Locale): Promise<EditedText> {
  return asViewer(viewer, async (tx) => {
    const [changed] = await tx
      .select({ changedAt: templates.changedAt })
      .from(templates)
      .where(and(eq(templates.key, key), eq(templates.locale, locale)))
    const [own] = await tx.select({ email: engineers.email }).from(engineers).where(eq(engineers.id, viewer.engineer))
    const text = await textOf(tx, key, locale)
    return { ...text, version: changed?.changedAt.toISOString() ?? '', ownAddress: own?.email ?? null }
  })
}

/**
 * A mail's text filled in: with example values, or with a ticket that the viewer sees.
 * @throws TemplateProblem
 */
export function previewText(
  viewer: EngineerViewer,
  key: MailKey,
  locale: Locale,
  number: number | undefined,
): Promise<Rendered & { ofTicket: boolean; logo: Buffer | undefined }> {
  return asViewer(viewer, async (tx) => {
    const theme = chooseTheme({})
    const [ticket] =
      number === undefined
        ? []
        : await tx
            .select({
              'ticket.subject': tickets.subject,
              'ticket.queue': labelIn(queues.labels, locale),
              'ticket.status': labelIn(statuses.labels, locale),
              name: contacts.name,
            })
            .from(tickets)
            .innerJoin(queues, eq(queues.id, tickets.queueId))
            .innerJoin(statuses, eq(statuses.id, tickets.statusId))
            .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
            .where(eq(tickets.number, number))
    const example = exampleValues(key, locale, theme.name)
    const values: Values = ticket
      ? {
          ...example,
          'ticket.number': String(number),
          'ticket.subject': ticket['ticket.subject'],
          'ticket.queue': ticket['ticket.queue'],
          'ticket.status': ticket['ticket.status'],
          'contact.name': ticket.name ?? example['contact.name'] ?? '',
          link: absolute(paths.ticket(Number(number))),
        }
      : example
    const rendered = renderMail(await textOf(tx, key, locale), values, { theme, locale, foot: theme.name })
    return { ...rendered, ofTicket: ticket !== undefined, logo: logoOf(theme)?.content }
  })
}

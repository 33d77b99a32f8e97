import 'server-only'
import { and, eq } from 'drizzle-orm'
import { templates } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { MailKey } from '../kinds.ts'
import type { MailText } from '../render.ts'
import { defaultText } from '../texts.ts'

/** The text in force: the administrator's, else the one that comes with Portico. */
export async function textOf(tx: Transaction, key: MailKey, locale: Locale): Promise<MailText> {
  const [changed] = await tx
    .select({ subject: templates.subject, body: templates.body })
    .from(templates)
    .where(and(eq(templates.key, key), eq(templates.locale, locale)))
  return changed ?? defaultText(key, locale)
}

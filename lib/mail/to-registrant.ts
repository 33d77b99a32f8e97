import 'server-only'
import { createTranslator } from 'use-intl/core'
import { defaultLocale, isLocale } from '../i18n/locales.ts'
import { messagesFor } from '../i18n/messages.ts'
import { asSystem } from '../jobs/as.ts'
import { issueRegistrationLink } from '../links/commands/issue.ts'
import { paths } from '../paths.ts'
import { chooseTheme } from '../themes/choose.ts'
import { absolute } from './addresses.ts'
import type { Composed } from './compose.ts'
import { type Registrant, registrantOf } from './queries/registrant.ts'
import { textOf } from './queries/texts.ts'
import type { QueuedMail } from './queued.ts'
import { renderMail } from './render.ts'

const HOURS = 24

/** A mail to somebody who registered and has no account yet: in the language and theme of the page where that was. */
export async function composeForRegistrant(mail: QueuedMail, link: 'issued' | 'hidden'): Promise<Composed> {
  const registrant = await registrantOf(mail.id)
  if (!registrant) return { skipped: 'noAccess' }
  if (mail.template === 'registration-confirm' && registrant.isOver) return { skipped: 'late' }
  const locale = isLocale(registrant.locale) ? registrant.locale : defaultLocale
  const theme = chooseTheme({ host: registrant.theme })
  const t = createTranslator({ locale, messages: messagesFor(locale, theme.texts(locale)), namespace: 'mail' })
  const values = {
    'contact.name': registrant.name,
    'site.name': theme.name,
    link: mail.template === 'registration-confirm' ? await confirmation(registrant, link) : '',
    hours: String(HOURS),
    reason: registrant.reason ?? '',
  }
  const text = await asSystem((tx) => textOf(tx, mail.template, locale))
  const rendered = renderMail(text, values, { theme, locale, foot: t('foot.registration', { site: theme.name }) })
  return { ...rendered, to: registrant.email, theme, unsubscribe: undefined }
}

async function confirmation({ id, host }: Registrant, link: 'issued' | 'hidden'): Promise<string> {
  const token = link === 'hidden' ? '…' : await issueRegistrationLink(id, HOURS * 60)
  return absolute(paths.confirmRegistration(token), host)
}

import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { compose } from '../compose.ts'
import { keptInFolder } from '../folder.ts'
import { logoOf } from '../frame.ts'
import { isMailKey } from '../kinds.ts'
import { TemplateProblem } from '../liquid.ts'
import { readMail } from '../read.ts'
import { type MailDetail, queuedMail } from './queue.ts'

export type MailContent = {
  to: string
  subject: string
  text: string
  html: string
  kept: boolean
  logo: Buffer | undefined
}

/**
 * What a mail says: as it lies in the folder where there is no mail server, otherwise as it would go out now, without the secret of
 * its link. Null where the viewer may not read it, or there is nothing to send.
 */
export async function contentOf(mail: MailDetail): Promise<MailContent | null> {
  if (!mail.readable || !isMailKey(mail.template)) return null
  const raw = await keptInFolder(mail.id)
  if (raw) {
    const { headers, text, html } = readMail(raw.toString('utf8'))
    return {
      to: headers.to ?? '',
      subject: headers.subject ?? '',
      text,
      html,
      kept: true,
      logo: logoIn(raw.toString('utf8')),
    }
  }
  try {
    const composed = await compose({ ...mail, template: mail.template }, 'hidden')
    if ('skipped' in composed) return null
    const { to, subject, text, html, theme } = composed
    return { to, subject, text, html, kept: false, logo: logoOf(theme)?.content }
  } catch (error) {
    if (error instanceof TemplateProblem) return null
    throw error
  }
}

/** The same by its number, for the frame that shows its HTML. @throws AppError `not_found` */
export async function contentOfMail(viewer: EngineerViewer, id: number): Promise<MailContent | null> {
  return contentOf(await queuedMail(viewer, id))
}

function logoIn(raw: string): Buffer | undefined {
  const part = /Content-ID: <logo@portico>[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1]
  return part === undefined ? undefined : Buffer.from(part, 'base64')
}

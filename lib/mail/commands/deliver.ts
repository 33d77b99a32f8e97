import 'server-only'
import { AppError } from '#lib/errors.ts'
import { faultOf, log } from '#lib/log.ts'
import { settings } from '#lib/settings/queries.ts'
import { senderAddress } from '../addresses.ts'
import { type Composed, compose } from '../compose.ts'
import { LOGO, logoOf } from '../frame.ts'
import { TemplateProblem } from '../liquid.ts'
import { signerFor } from '../queries/dkim.ts'
import type { QueuedMail } from '../queued.ts'
import { threadOf } from '../thread.ts'
import { handOver } from '../transport.ts'
import { claimMail, type Result, settleMail } from './claim.ts'

/**
 * The job of a waiting mail: puts it together, hands it over, writes down what became of it. A process that dies in between leaves
 * it to another, which sends it again under the same Message-ID.
 */
export async function deliverMail(id: number): Promise<void> {
  const mail = await claimMail(id)
  if (!mail) return
  const result = await attempt(mail)
  if (result.state !== 'sent') log().info({ mail: id, state: result.state, problem: result.problem }, 'mail not sent')
  await settleMail(mail, result)
}

async function attempt(mail: QueuedMail): Promise<Result> {
  const composed = await composedOrNot(mail)
  if ('state' in composed) return composed
  if ('skipped' in composed) return { state: 'skipped', problem: composed.skipped }
  const { theme, to, subject, text, html, unsubscribe } = composed
  const sender = await settings('mail.from', 'mail.reply_to', 'mail_in.address')
  const address = senderAddress(sender['mail.from'])
  const domain = address.split('@').at(-1) ?? ''
  const thread = threadOf(mail, { mailbox: sender['mail_in.address'], domain })
  const handover = await handOver({
    id: mail.id,
    from: { name: theme.name, address },
    replyTo: thread.replyTo ?? (sender['mail.reply_to'] || undefined),
    references: thread.references,
    to,
    subject,
    text,
    html,
    messageId: `<${mail.messageId}@${domain}>`,
    logo: logoOf(theme)?.content,
    logoId: LOGO,
    unsubscribe,
    signer: await signerFor(domain),
  })
  if (handover.sent) return { state: 'sent' }
  return { state: handover.again ? 'again' : 'failed', problem: handover.problem, answer: handover.answer }
}

/** What cannot be put together will not be by waiting; the database being away is another matter, and the job's to retry. */
async function composedOrNot(mail: QueuedMail): Promise<Composed | Result> {
  try {
    return await compose(mail)
  } catch (error) {
    if (error instanceof TemplateProblem)
      return { state: 'failed', problem: 'template', answer: `${error.message} (${error.line})` }
    if (error instanceof AppError && error.code === 'unavailable') throw error
    log().error({ fault: faultOf(error), mail: mail.id }, 'mail failed')
    return { state: 'again', problem: 'fault', answer: '' }
  }
}

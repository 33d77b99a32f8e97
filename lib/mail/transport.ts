import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { env } from '../env.ts'
import { keepInFolder } from './folder.ts'

export type Message = {
  id: number
  from: { name: string; address: string }
  replyTo: string | undefined
  /** The mails that it stands with. */
  references: string | undefined
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  logo: Buffer | undefined
  logoId: string
  unsubscribe: string | undefined
}

export type Problem = 'address' | 'refused' | 'busy' | 'unreachable' | 'signIn' | 'slow'
/** `again`: it may go later. `answer` is what the mail server said. */
export type Handover = { sent: true } | { sent: false; again: boolean; problem: Problem; answer: string }

/** All of them together stay under the minute after which another instance takes the mail over. */
const PATIENCE = { dnsTimeout: 5_000, connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 }
const AT_MOST = 45_000

/** Hands the mail to the mail server, or to the folder where there is none. Never throws. */
export async function handOver(message: Message): Promise<Handover> {
  if (!isPlainAddress(message.to)) return { sent: false, again: false, problem: 'address', answer: '' }
  try {
    if (env.smtpUrl === undefined) await keepInFolder(message.id, await rawOf(message))
    else await within(AT_MOST, transportTo(env.smtpUrl).sendMail(mailOf(message)))
    return { sent: true }
  } catch (error) {
    return refusalOf(error)
  }
}

/** One address and nothing that a mail server could read as two, or as a comment, or as a name. */
export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@,;:<>()[\]\\"\p{Cc}]+@[^\s@,;:<>()[\]\\"\p{Cc}]+$/u.test(address)
}

let kept: { key: string; transport: ReturnType<typeof createTransport<SMTPTransport.SentMessageInfo>> } | undefined

function transportTo(url: string) {
  const key = createHash('sha256').update(url).digest('hex')
  if (kept?.key !== key) {
    // `createTransport` by itself forgets every option beside an address.
    const server = new SMTPTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true })
    kept = { key, transport: createTransport(server) }
  }
  return kept.transport
}

async function rawOf(message: Message): Promise<Buffer> {
  const paper = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { message: raw } = await paper.sendMail(mailOf(message))
  return Buffer.isBuffer(raw) ? raw : Buffer.from('')
}

/** The address alone goes into the header and the envelope: a name is somebody's text. */
function mailOf({ from, replyTo, references, to, subject, text, html, messageId, logo, logoId, unsubscribe }: Message) {
  return {
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    subject,
    text,
    html,
    messageId,
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    ...(references ? { references } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
    attachments: logo
      ? [
          {
            filename: 'logo.png',
            content: logo,
            cid: logoId,
            contentType: 'image/png',
            contentDisposition: 'inline' as const,
          },
        ]
      : [],
  }
}

/** A 5xx about this mail is final; one about our own sign-in is not the recipient's fault and may be mended. */
function refusalOf(error: unknown): Handover {
  if (!(error instanceof Error)) return { sent: false, again: true, problem: 'unreachable', answer: '' }
  const { code, command, responseCode, response } = error as Partial<SMTPTransport.SentMessageInfo> & {
    code?: string
    command?: string
    responseCode?: number
    response?: string
  }
  const answer = (response ?? error.message).replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500)
  if (code === 'EAUTH') return { sent: false, again: true, problem: 'signIn', answer }
  if (responseCode !== undefined && responseCode >= 500 && /^(MAIL FROM|RCPT TO|DATA)/.test(command ?? '')) {
    return { sent: false, again: false, problem: 'refused', answer }
  }
  if (responseCode !== undefined && responseCode >= 400) return { sent: false, again: true, problem: 'busy', answer }
  if (code === 'ETIMEDOUT') return { sent: false, again: true, problem: 'slow', answer }
  return { sent: false, again: true, problem: 'unreachable', answer }
}

/** Some servers answer a byte at a time: no single wait is too long, and yet it never ends. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Whether mails are kept as files, for want of a mail server. */
export const mailsGoToFolder = () => env.smtpUrl === undefined

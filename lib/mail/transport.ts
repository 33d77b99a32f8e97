import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { env } from '../env.ts'
import { keepInFolder } from './folder.ts'
import { type Refusal, refusalOf } from './refusal.ts'

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
  /** The key of the sender's domain (DKIM, RFC 6376). */
  signer: Signer | undefined
}

export type Signer = { domain: string; selector: string; privateKey: string }

export type Handover = { sent: true } | ({ sent: false } & Refusal)

/** What a signature covers: the headers that a reader sees, or a mail program acts by (RFC 8058 asks for the last two). */
const SIGNED =
  'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:References:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post'

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
    return { sent: false, ...refusalOf(error) }
  }
}

/** What is wrong with the mail server, from its greeting to our sign-in; null where nothing is, or there is none. Never throws. */
export async function mailServerProblem(patience: number): Promise<Refusal | null> {
  if (env.smtpUrl === undefined) return null
  try {
    await within(patience, transportTo(env.smtpUrl).verify())
    return null
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
function mailOf(message: Message) {
  const { from, replyTo, references, to, subject, text, html, messageId, logo, logoId, unsubscribe, signer } = message
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
    ...(signer ? { dkim: dkimOf(signer) } : {}),
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

function dkimOf({ domain, selector, privateKey }: Signer) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED }
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

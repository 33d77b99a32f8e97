import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ImapFlow } from 'imapflow'
import type { Security } from './security.ts'

export type Mailbox = {
  host: string
  port: number
  security: Security
  login: string
  password: string
  folder: string
  /** Where a mail goes once it is handled. */
  doneFolder: string
}

/** Why a mailbox could not be looked into; the words stand in the namespace `mailIn`. */
export type MailboxProblem = 'signIn' | 'folder' | 'certificate' | 'unreachable' | 'fault'

const PATIENCE = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 30_000 }
/** In one look; what is left waits for the next. */
const AT_ONCE = 50

/**
 * Gives each mail in the folder to `take`, oldest first, and moves it away once that has written it down. One that fails stays
 * where it is and holds up no other. @returns how many were handled
 * @throws what `take` throws where `isOver` says that there is no going on
 */
export function emptyMailbox(
  mailbox: Mailbox,
  {
    most,
    take,
    isOver,
  }: { most: number; take: (mail: Readable) => Promise<void>; isOver: (error: unknown) => boolean },
): Promise<number> {
  return withFolder(mailbox, async (client) => {
    await client.mailboxCreate(mailbox.doneFolder)
    const found = (await client.search({ all: true }, { uid: true })) || []
    let handled = 0
    for (const uid of found.slice(0, AT_ONCE)) {
      try {
        const { content } = await client.download(String(uid), undefined, { uid: true, maxBytes: most + 1 })
        if (content) await take(content).finally(() => toItsEnd(content))
        await client.messageMove(String(uid), mailbox.doneFolder, { uid: true })
        handled += 1
      } catch (error) {
        if (isOver(error) || !client.usable) throw error
      }
    }
    return handled
  })
}

/** How many mails lie in the folder, for whoever wants to know whether it can be reached. */
export function countMails(mailbox: Mailbox): Promise<number> {
  return withFolder(mailbox, async (client) => (client.mailbox ? client.mailbox.exists : 0))
}

async function withFolder<T>(mailbox: Mailbox, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { host, port, security, login, password, folder } = mailbox
  const client = new ImapFlow({
    ...{ host, port, auth: { user: login, pass: password }, ...PATIENCE },
    ...(security === 'tls' ? { secure: true } : { secure: false, doSTARTTLS: security === 'starttls' }),
    ...{ logger: false, disableAutoIdle: true, maxLiteralSize: 2 * 1024 * 1024 },
  })
  // What goes wrong is told by the command that waits for it.
  client.on('error', () => {})
  try {
    await client.connect()
    const lock = await client.getMailboxLock(folder)
    try {
      return await work(client)
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** A download that nobody reads to its end holds up the connection. */
async function toItsEnd(content: Readable): Promise<void> {
  if (content.destroyed || content.readableEnded) return
  content.resume()
  await finished(content).catch(() => {})
}

/** What a mail server's refusal means, and what it said. */
export function problemOf(error: unknown): { problem: MailboxProblem; answer: string } {
  if (!(error instanceof Error)) return { problem: 'fault', answer: '' }
  const { code, authenticationFailed, mailboxMissing, tlsFailed, response, responseText } = error as Error & {
    [key in 'code' | 'response' | 'responseText']?: unknown
  } & { [key in 'authenticationFailed' | 'mailboxMissing' | 'tlsFailed']?: boolean }
  const said = [responseText, response, error.message].find((one) => typeof one === 'string' && one !== '')
  const answer = String(said ?? '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, 500)
  if (authenticationFailed) return { problem: 'signIn', answer }
  if (mailboxMissing) return { problem: 'folder', answer }
  if (tlsFailed || /CERT|SIGNATURE|TLS|SSL|SELF_SIGNED/.test(String(code))) return { problem: 'certificate', answer }
  if (/^(E[A-Z]+|ConnectionTimeout|NoConnection|GREETING_TIMEOUT|CONNECT_TIMEOUT)$/.test(String(code)))
    return { problem: 'unreachable', answer }
  return { problem: 'fault', answer }
}

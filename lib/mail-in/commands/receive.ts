import 'server-only'
import { fileAt, removeStored, type StoredFile, store } from '#lib/attachments/store.ts'
import { AppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { senderAddress } from '#lib/mail/addresses.ts'
import { settings } from '#lib/settings/queries.ts'
import { digestOf } from '../digest.ts'
import { judge } from '../judge.ts'
import type { Mail } from '../mail.ts'
import { readMail } from '../read.ts'
import { stopReason } from '../stop.ts'
import { noteReport } from './report.ts'
import { heldEnough, hold, type Outcome, type Row, recentFrom, stop } from './rows.ts'
import { takeMail } from './take.ts'

const MEGABYTE = 1024 * 1024
/** From one sender within an hour; what comes beyond waits for an engineer. */
const HOURLY = 30

/**
 * Takes a mail in: it becomes a comment where its reply address, its sender and the sender's rights agree; a mail that nobody
 * wrote is stopped; anything else is held for an engineer. Whatever it is, when this returns it is written down, and the same mail
 * again changes nothing.
 * @throws AppError `too_large` after it was written down; `unavailable`, `storage_full` where it should be tried again later
 */
export async function receiveMail(source: Row['source'], content: AsyncIterable<Uint8Array>): Promise<Outcome> {
  if (await heldEnough()) throw new AppError('storage_full')
  const { 'mail_in.max_megabytes': megabytes } = await settings('mail_in.max_megabytes')
  const beginning: Uint8Array[] = []
  let raw: StoredFile
  try {
    raw = await store(noting(beginning, content), megabytes * MEGABYTE)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'too_large')) throw error
    await holdTooLarge(source, Buffer.concat(beginning), megabytes * MEGABYTE)
    throw error
  }
  // After a fault the row may be there all the same, and then needs its file; one that nobody needs goes with the orphans.
  const outcome = await handle(source, raw)
  if (outcome.state !== 'held') await removeStored(raw.storageKey)
  return outcome
}

async function handle(source: Row['source'], raw: StoredFile): Promise<Outcome> {
  const path = fileAt(raw.storageKey)
  const mail = await readMail(path).catch(() => null)
  const row: Row = { source, bytes: raw.bytes, ...(mail ? factsOf(mail) : NOTHING), digest: await digestOf(path, mail) }
  if (!mail) return hold(row, { reason: 'unreadable' }, raw)
  const wishes = await settings(
    'mail.from',
    'mail.reply_to',
    'mail_in.address',
    'mail_in.reply_days',
    'mail_in.authserv_id',
  )
  const mailbox = wishes['mail_in.address']
  const own = [senderAddress(wishes['mail.from']), wishes['mail.reply_to'], mailbox].map((one) => one.toLowerCase())
  const reason = stopReason(mail, (address) => own.includes(address))
  if (reason) {
    const outcome = await stop(row, reason)
    if (mail.report && outcome.state === 'stopped') await noteReport(mail.report)
    return outcome
  }
  const verdict = judge(mail, { mailbox, days: wishes['mail_in.reply_days'], server: wishes['mail_in.authserv_id'] })
  if ('reason' in verdict) return hold(row, verdict, raw)
  if ((await recentFrom(row.sender)) >= HOURLY) return hold(row, { ...verdict, reason: 'tooMany' }, raw)
  const taken = await takeMail(row, mail, path, verdict)
  if (taken === 'taken' || taken === 'known') return { state: taken }
  log().info({ reason: taken }, 'mail held')
  return hold(row, { ...verdict, reason: taken }, raw)
}

const NOTHING = { messageId: null, sender: '', senderName: '', subject: '', files: [] }

function factsOf({ messageId, from, senderName, subject, files }: Mail) {
  const [sender = '', ...others] = from
  return { messageId, sender: others.length > 0 ? '' : sender, senderName, subject, files: [...files] }
}

/** Only its beginning is kept, which is enough to say from whom it came. */
async function holdTooLarge(source: Row['source'], beginning: Buffer, limit: number): Promise<void> {
  const mail = await readMail(beginning).catch(() => null)
  const row: Row = {
    source,
    bytes: limit,
    ...(mail ? factsOf(mail) : NOTHING),
    digest: await digestOf(beginning, mail),
  }
  await hold(row, { reason: 'tooLarge' }, null)
}

const HEAD = 64 * 1024

async function* noting(beginning: Uint8Array[], content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let noted = 0
  for await (const chunk of content) {
    if (noted < HEAD) beginning.push(chunk.subarray(0, HEAD - noted))
    noted += chunk.length
    yield chunk
  }
}

import 'server-only'
import { sql } from 'drizzle-orm'
import { unseal } from '#lib/auth/seal.ts'
import { AppError } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { faultOf, log } from '#lib/log.ts'
import { settings } from '#lib/settings/queries.ts'
import { emptyMailbox, type Mailbox, problemOf } from '../mailbox.ts'
import { receiveMail } from './receive.ts'

/** What the password of the mailbox is sealed for. */
export const PASSWORD = 'mail-inbox'

/**
 * Looks into the mailbox if it is time and no other instance is at it. The lease is renewed with each mail; an instance that dies
 * leaves the mailbox to another after five minutes, and what it had taken in is known by then.
 */
export async function pollInbox(): Promise<void> {
  const inbox = await lease()
  if (!inbox) return
  const { 'mail_in.max_megabytes': megabytes, 'mail_in.poll_seconds': seconds } = await settings(
    'mail_in.max_megabytes',
    'mail_in.poll_seconds',
  )
  try {
    await emptyMailbox(opened(inbox), {
      most: megabytes * 1024 * 1024,
      isOver: (error) => error instanceof AppError,
      take: async (content) => {
        await asSystem((tx) => tx.execute(sql`update mail_inbox set leased_until = now() + interval '5 minutes'`))
        await received(content)
      },
    })
    await settle(seconds, null)
  } catch (error) {
    const told =
      error instanceof AppError
        ? { problem: error.code === 'storage_full' ? 'full' : 'fault', answer: '' }
        : problemOf(error)
    log().warn({ fault: faultOf(error), problem: told.problem }, 'mailbox not looked into')
    await settle(seconds, told)
  }
}

/** One that is too large is written down, and needs no second look. */
async function received(content: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await receiveMail('imap', content)
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_large') return
    if (!(error instanceof AppError)) log().error({ fault: faultOf(error) }, 'mail not taken in')
    throw error
  }
}

type Row = Omit<Mailbox, 'password' | 'doneFolder'> & { sealed_password: string; done_folder: string }

async function lease(): Promise<Row | undefined> {
  const [row] = await asSystem((tx) =>
    tx.execute<Row>(sql`
      update mail_inbox set leased_until = now() + interval '5 minutes', polled_at = now()
      where active and next_poll_at <= now() and coalesce(leased_until, now()) <= now()
      returning host, port, security, login, sealed_password, folder, done_folder`),
  )
  return row
}

function opened({ sealed_password, done_folder, ...rest }: Row): Mailbox {
  return { ...rest, doneFolder: done_folder, password: unseal(PASSWORD, sealed_password) ?? '' }
}

/** After a failure the next look waits longer each time, a quarter of an hour at most. */
async function settle(seconds: number, told: { problem: string; answer: string } | null): Promise<void> {
  await asSystem((tx) =>
    tx.execute(
      told === null
        ? sql`update mail_inbox set leased_until = null, problem = null, last_error = null, failures = 0, reached_at = now(),
            next_poll_at = now() + make_interval(secs => ${seconds})`
        : sql`update mail_inbox set leased_until = null, problem = ${told.problem}, last_error = ${told.answer}, failures = failures + 1,
            next_poll_at = now() + least(make_interval(secs => ${seconds}) * power(2, least(failures, 10)), greatest(interval '15 minutes', make_interval(secs => ${seconds})))`,
    ),
  )
}

import { AppError } from '#lib/errors.ts'
import { type Attached, attach } from './attach.ts'
import { explain } from './start/explain.ts'

/** What a mail server understands (sysexits.h): done; return it to the sender; try again later. */
const EXIT = { done: 0, returned: 65, later: 75 } as const

/** Takes in one mail from standard input, as a mail server pipes it. */
async function mailIn(): Promise<number> {
  let attached: Attached | undefined
  try {
    attached = await attach()
    const { receiveMail } = await import('#lib/mail-in/commands/receive.ts')
    await receiveMail('pipe', process.stdin)
    return EXIT.done
  } catch (error) {
    const isTooLarge = error instanceof AppError && error.code === 'too_large'
    process.stderr.write(isTooLarge ? 'The mail is too large to be taken in.\n' : `${explain(error)}\n`)
    return isTooLarge ? EXIT.returned : EXIT.later
  } finally {
    if (attached) {
      const { database } = await import('#lib/db/transaction.ts')
      await database().$client.end({ timeout: 5 })
      await attached.stop()
    }
  }
}

process.exitCode = await mailIn()

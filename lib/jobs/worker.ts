import 'server-only'
import { PgBoss } from 'pg-boss'
import { tellOwnerOfLock } from '../auth/lock-notice.ts'
import { answerRequest } from '../links/commands/ask.ts'
import { faultOf, log } from '../log.ts'
import { deliverMail } from '../mail/commands/deliver.ts'
import { peopleOfDirectory } from '../provisioning/commands/read-directory.ts'
import { workOnRun } from '../provisioning/commands/run.ts'
import { recountAnswersDue } from '../queues/commands/answers-due.ts'
import { answerRegistration } from '../registration/commands/answer.ts'
import { rebuildSearch } from '../tickets/commands/search-rebuild.ts'
import type { JobName, Jobs } from './queues.ts'

/** What each queue's jobs do. A job may be done twice when a process dies in between, and has to bear that. */
const WORK: { [Name in JobName]: (given: Jobs[Name]) => Promise<void> } = {
  mail: ({ mail }) => deliverMail(mail),
  'password-reset': ({ sealed }) => answerRequest(sealed),
  registration: ({ registration, address }) => answerRegistration(registration, address),
  'lock-notice': ({ sealed }) => tellOwnerOfLock(sealed),
  'directory-sync': ({ run }) => workOnRun(run, peopleOfDirectory),
  search: ({ rebuild }) => rebuildSearch(rebuild),
  'answers-due': ({ queue, after }) => recountAnswersDue(queue, after),
}
/** So many at a time in each instance: one hanging mail server connection holds up no other. */
const AT_ONCE = 4

export type Worker = { stop(): Promise<void>; takeOver(): Promise<void> }

/**
 * Works the queues until stopped. Any number of instances may: each job is taken by one of them, and taken over by another a
 * minute after its own died. @throws where the database does not answer
 */
export async function startWorker(databaseUrl: string, pollingIntervalSeconds = 1): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'portico jobs',
    max: 3,
    // Its tables are the owner's: they come and change by our migrations.
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
  })
  boss.on('error', (error) => log().error({ fault: faultOf(error) }, 'jobs failed'))
  await boss.start()
  await workOn(boss, 'mail', pollingIntervalSeconds)
  await workOn(boss, 'password-reset', pollingIntervalSeconds)
  await workOn(boss, 'registration', pollingIntervalSeconds)
  await workOn(boss, 'lock-notice', pollingIntervalSeconds)
  await workOn(boss, 'directory-sync', pollingIntervalSeconds)
  await workOn(boss, 'search', pollingIntervalSeconds)
  await workOn(boss, 'answers-due', pollingIntervalSeconds)
  return {
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
    takeOver: async () => void (await boss.supervise()),
  }
}

async function workOn<Name extends JobName>(boss: PgBoss, name: Name, pollingIntervalSeconds: number): Promise<void> {
  await boss.work<Jobs[Name]>(name, { pollingIntervalSeconds, localConcurrency: AT_ONCE }, async (jobs) => {
    for (const job of jobs) await WORK[name](job.data)
  })
}

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
/**
 * How often each of them looks for jobs, in seconds: where the database wakes it, only for those that had to wait; otherwise, as
 * behind a pooler that keeps no session, for all.
 */
const EVERY = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 15 }

export type Worker = { stop(): Promise<void>; takeOver(): Promise<void> }

/**
 * Works the queues until stopped. Any number of instances may: each job is taken by one of them, and taken over by another a
 * minute after its own died. @throws where the database does not answer
 */
export async function startWorker(databaseUrl: string, every = EVERY): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'portico jobs',
    max: 3,
    // Its tables are the owner's: they come and change by our migrations.
    migrate: false,
    createSchema: false,
    schedule: false,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
  })
  boss.on('error', (error) => log().error({ fault: faultOf(error) }, 'jobs failed'))
  await boss.start()
  for (const name of Object.keys(WORK) as JobName[])
    for (let one = 0; one < AT_ONCE; one += 1) await workOn(boss, name, every)
  return {
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
    takeOver: async () => void (await boss.supervise()),
  }
}

async function workOn<Name extends JobName>(boss: PgBoss, name: Name, every: typeof EVERY): Promise<void> {
  let worker: string | undefined
  worker = await boss.work<Jobs[Name]>(name, every, async (jobs) => {
    try {
      for (const job of jobs) await WORK[name](job.data)
    } finally {
      // One notice may stand for many jobs: it goes on until it finds none.
      if (worker) boss.notifyWorker(worker)
    }
  })
}

import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { asNobody, asViewer } from '../db/transaction.ts'
import { signingKeyIsLost } from '../mail/queries/dkim.ts'
import type { Problem } from '../mail/refusal.ts'
import { mailServerProblem, mailsGoToFolder } from '../mail/transport.ts'
import { type Finding, stateOf } from './part.ts'
import { shippedMigrations } from './shipped.ts'

const MANY = 1000
/** A part has two seconds in all. */
const SERVER_PATIENCE = 1_500
/** Seconds without a sign of life after which no worker is taken to be there. */
const SILENT = 120
const SERVER_PROBLEMS: Record<Problem, string> = {
  unreachable: 'mailUnreachable',
  slow: 'mailSlow',
  busy: 'mailBusy',
  certificate: 'mailCertificate',
  signIn: 'mailSignIn',
  refused: 'mailBusy',
  address: 'mailBusy',
}

/** How fast it answers, how full it is, and whether it has every migration of this version. */
export async function databaseHealth(): Promise<Finding> {
  const began = performance.now()
  await asNobody((db) => db.execute(sql`select 1`))
  const milliseconds = Math.round(performance.now() - began)
  const [row] = await asNobody((db) =>
    db.execute<Record<string, string>>(sql`select current_setting('server_version') as version,
      pg_database_size(current_database()) as bytes, current_setting('max_connections') as most,
      (select count(*) from pg_stat_activity where backend_type = 'client backend') as used, applied_migrations() as applied`),
  )
  const facts = {
    milliseconds,
    version: row?.version?.split(' ')[0] ?? '',
    bytes: Number(row?.bytes),
    used: Number(row?.used),
    most: Number(row?.most),
    applied: Number(row?.applied),
    known: shippedMigrations(),
  }
  const problems = [
    ...(facts.applied < facts.known ? ['migrationsMissing'] : []),
    ...(facts.used > facts.most * 0.9 ? ['connectionsFew'] : []),
    ...(milliseconds > 500 ? ['databaseSlow'] : []),
  ]
  return { state: stateOf(problems, ['migrationsMissing']), facts, problems }
}

/** Whether the mail server answers, what waits to be sent, for how long, and what failed for good. Needs *administer*. */
export async function mailHealth(viewer: EngineerViewer): Promise<Finding> {
  const asked = mailServerProblem(SERVER_PATIENCE)
  const keyIsLost = await signingKeyIsLost(viewer)
  const [row] = await asViewer(viewer, (tx) =>
    tx.execute<Record<string, string>>(sql`
      select (select count(*) from (select from outbox where state = 'pending' limit ${MANY}) p) as waiting,
        (select count(*) from (select from outbox where state = 'failed' limit ${MANY}) f) as failed,
        coalesce(extract(epoch from now() - (select min(created_at) from (
          select created_at from outbox where state = 'pending' order by next_attempt_at limit ${MANY}) o)), 0)::int as oldest`),
  )
  const server = await asked
  const facts = {
    waiting: Number(row?.waiting),
    failed: Number(row?.failed),
    minutes: Math.round(Number(row?.oldest) / 60),
    server: mailsGoToFolder() ? 'folder' : server ? 'problem' : 'answers',
    reasons: server?.answer ?? '',
  }
  const problems = [
    ...(server ? [SERVER_PROBLEMS[server.problem]] : []),
    ...(facts.waiting > 0 && facts.minutes >= 15 ? ['mailWaits'] : []),
    ...(facts.failed > 0 ? ['mailFailed'] : []),
    ...(keyIsLost ? ['mailKeyLost'] : []),
  ]
  return { state: server ? 'broken' : stateOf(problems), facts, problems }
}

/** The queue of work in the background: what waits, what is being done, what was given up in the last day. */
export async function jobsHealth(): Promise<Finding> {
  const [row] = await asNobody((db) =>
    db.execute<Record<string, string>>(sql`
      select (select count(*) from (select from pgboss.job where state in ('created', 'retry') limit ${MANY}) w) as waiting,
        (select count(*) from (select from pgboss.job where state = 'active' limit ${MANY}) a) as active,
        (select count(*) from (select from pgboss.job where state = 'failed' and completed_on > now() - interval '1 day' limit ${MANY}) f) as failed,
        coalesce(extract(epoch from now() - (select min(start_after) from pgboss.job where state = 'created' and start_after < now())), 0)::int as late,
        coalesce(extract(epoch from now() - (select max(monitor_on) from pgboss.queue)), -1)::int as silent`),
  )
  const facts = {
    waiting: Number(row?.waiting),
    active: Number(row?.active),
    failed: Number(row?.failed),
    minutes: Math.round(Number(row?.late) / 60),
    /** Since a worker last looked after the queues, which each does every half minute; -1 where none ever did. */
    silent: Number(row?.silent),
  }
  const problems = [
    ...(facts.silent > SILENT ? ['jobsSilent'] : []),
    ...(facts.minutes >= 5 ? ['jobsLate'] : []),
    ...(facts.failed > 0 ? ['jobsFailed'] : []),
  ]
  return { state: stateOf(problems, ['jobsSilent', 'jobsLate']), facts, problems }
}

/** About how many files there are, as PostgreSQL last counted them. */
export async function storedFiles(): Promise<number> {
  const [row] = await asNobody((db) =>
    db.execute<{ count: string }>(
      sql`select greatest(reltuples, 0)::bigint as count from pg_class where oid = 'attachments'::regclass`,
    ),
  )
  return Number(row?.count ?? 0)
}

import 'server-only'
import { sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { provisioningRuns } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { enqueueJob } from '#lib/jobs/commands.ts'
import type { RunWish } from '../input.ts'
import { provisioningOf } from '../queries/frame.ts'

/**
 * Has everybody of a directory looked at: a dry run that writes its report only, or a synchronisation.
 * @returns the run
 * @throws AppError `not_found`, `conflict` while another run of the directory goes on (`runGoesOn`) or where there is no rule (`noRules`)
 */
export function askForRun(viewer: EngineerViewer, { server, kind, agreed }: RunWish): Promise<number> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const [known] = await tx.execute(sql`select from ldap_servers where id = ${server}`)
    if (!known) throw notFound()
    const provisioning = await provisioningOf(tx, { kind: 'ldap', id: server })
    const [rule] = await tx.execute(
      sql`select from provisioning_rules where provisioning_id = ${provisioning?.id ?? 0} limit 1`,
    )
    if (!provisioning || !rule) throw new AppError('conflict', { detail: { reason: 'noRules' } })
    const [run] = await tx
      .insert(provisioningRuns)
      .values({
        provisioningId: provisioning.id,
        kind,
        agreed: kind === 'apply' ? agreed : null,
        engineerId: viewer.engineer,
      })
      .onConflictDoNothing()
      .returning({ id: provisioningRuns.id })
    if (!run) throw new AppError('conflict', { detail: { reason: 'runGoesOn' } })
    await enqueueJob(tx, 'directory-sync', { run: run.id })
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'provisioning.asked',
        subjectKind: 'provisioning',
        subjectId: String(provisioning.id),
        after: { run: run.id, kind, ...(agreed === null ? {} : { agreed }) },
      },
      tx,
    )
    return run.id
  })
}

/**
 * Begins every synchronisation that is due, and gives up what nobody finished for an hour. Any number of instances may ask: the
 * one that moves a due time on begins the run, in the same transaction.
 */
export async function beginDueRuns(): Promise<void> {
  await asSystem(async (tx) => {
    await tx.execute(sql`update provisioning_runs set state = 'failed', problem = 'givenUp', finished_at = now()
      where state in ('waiting', 'running') and coalesce(started_at, created_at) < now() - interval '1 hour'`)
    const begun = await tx.execute<{ id: string }>(sql`
      with due as (
        update provisionings p set next_run_at = now() + case p.schedule when 'hourly' then interval '1 hour' else interval '1 day' end
        where p.schedule <> 'off' and p.next_run_at <= now() returning p.id
      )
      insert into provisioning_runs (provisioning_id, kind) select due.id, 'apply' from due
      where exists (select from provisioning_rules r where r.provisioning_id = due.id)
      on conflict do nothing returning id`)
    for (const { id } of begun) await enqueueJob(tx, 'directory-sync', { run: Number(id) })
  })
}

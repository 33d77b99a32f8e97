import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { store } from '#lib/attachments/store.ts'
import { askForCheck, askForRun, beginImport, discardImport, readAnew } from '#lib/import/commands.ts'
import { MOST_BYTES } from '#lib/import/import.ts'
import { engineerOf, groupsByKey } from '#lib/import/queries/engineer.ts'
import { importPage, mappingOf } from '#lib/import/queries/page.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import { workOn } from '#lib/import/worker.ts'
import { Failure } from '../prepare/failure.mjs'
import { writeReport } from './report.ts'
import { problemOfFile, summaryOf } from './summary.ts'
import type { Wishes } from './wishes.ts'

const NOTHING = 'Nothing was changed.'

/** Imports one file as the named engineer would in the browser. @returns the exit code */
export async function importFile(wishes: Wishes, log: (line: string) => void): Promise<number> {
  const viewer = await engineerOf(wishes.engineer)
  if (!viewer) throw new Failure(`There is no active engineer "${wishes.engineer}".`, NOTHING, 'Correct --as.')
  const id = await begin(wishes, viewer)
  const discard = async () => discardImport(viewer, id)
  try {
    await check(wishes, viewer, id)
    const checked = await recordOf(viewer, id)
    log(summaryOf(checked))
    if (wishes.report) await writeReport(viewer, id, wishes.report)
    const refused = checked.counts?.refused ?? 0
    if (checked.state === 'failed' || wishes.dryRun || (refused > 0 && wishes.mode === 'all')) {
      if (refused > 0 && !wishes.dryRun)
        log('Nothing was written. Correct the file, or leave the refused rows out with --rows.')
      await discard()
      return checked.state === 'failed' || refused > 0 ? 1 : 0
    }
    return await run(wishes, viewer, id, log)
  } catch (error) {
    await discard().catch(() => {})
    throw error
  }
}

async function begin(wishes: Wishes, viewer: EngineerViewer): Promise<number> {
  const group = (await groupsByKey(viewer)).get(wishes.group)
  if (group === undefined || !viewer.write_groups.includes(group)) {
    throw new Failure(
      `${wishes.engineer} may not change customers of the group "${wishes.group}".`,
      NOTHING,
      'Correct --group by its key, or give one of its roles "write".',
    )
  }
  const file = await store(createReadStream(wishes.file), MOST_BYTES)
  const id = await beginImport(viewer, { group, level: wishes.level }, { ...file, name: basename(wishes.file) })
  if (wishes.encoding || wishes.separator) {
    const { options } = await recordOf(viewer, id)
    await readAnew(viewer, id, {
      encoding: wishes.encoding ?? options.encoding,
      separator: wishes.separator ?? options.separator,
    })
  }
  return id
}

async function check(wishes: Wishes, viewer: EngineerViewer, id: number): Promise<void> {
  const record = await recordOf(viewer, id)
  const { preview, rules } = await mappingOf(viewer, record)
  if (!preview)
    throw new Failure(problemOfFile(record.problem), NOTHING, 'Correct the file, --encoding or --separator.')
  const known = new Set(rules.targets.map(({ key }) => key))
  for (const target of wishes.map.values()) {
    if (target && !known.has(target))
      throw new Failure(`There is no target "${target}".`, NOTHING, `Choose from: ${[...known].join(', ')}.`)
  }
  for (const header of wishes.map.keys()) {
    if (!preview.headers.includes(header))
      throw new Failure(
        `The file has no column "${header}".`,
        NOTHING,
        `Its columns are: ${preview.headers.join(', ')}.`,
      )
  }
  const profile = wishes.profile ? rules.profiles.get(wishes.profile.toLowerCase()) : undefined
  if (wishes.profile && profile === undefined)
    throw new Failure(`There is no active profile "${wishes.profile}".`, NOTHING, 'Correct --profile.')
  const target = preview.headers.map((header, at) => wishes.map.get(header) ?? record.options.mapping[at] ?? '')
  await askForCheck(viewer, { id, target, empty: wishes.empty, profile: profile === undefined ? '' : String(profile) })
  await workOn(viewer, id)
}

async function run(wishes: Wishes, viewer: EngineerViewer, id: number, log: (line: string) => void): Promise<number> {
  await askForRun(viewer, { id, mode: wishes.mode })
  await workOn(viewer, id)
  const done = await recordOf(viewer, id)
  log(summaryOf(done))
  if (wishes.report) await writeReport(viewer, id, wishes.report)
  return done.state === 'done' && (done.counts?.refused ?? 0) === 0 ? 0 : 1
}

async function recordOf(viewer: EngineerViewer, id: number): Promise<ImportRecord> {
  return (await importPage(viewer, id)).record
}

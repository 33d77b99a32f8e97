import { type Attached, attach } from './attach.ts'
import { checks } from './doctor/checks.ts'
import { print, type Result } from './doctor/result.ts'
import { explain } from './start/explain.ts'

/** Looks at every part, says what it finds, and ends with 1 where something is broken. */
async function doctor(): Promise<void> {
  let attached: Attached
  try {
    attached = await attach()
  } catch (error) {
    print({ name: 'Database', state: 'broken', text: explain(error) })
    process.exitCode = 1
    return
  }
  const results: Result[] = []
  try {
    for (const check of checks) {
      const result = await check(attached)
      print(result)
      results.push(result)
    }
  } finally {
    const { database } = await import('#lib/db/transaction.ts')
    await database().$client.end({ timeout: 2 })
    await attached.stop()
  }
  const broken = results.filter(({ state }) => state === 'broken').length
  process.stdout.write(broken > 0 ? `\n${broken} of ${results.length} parts are broken.\n` : '\nNothing is broken.\n')
  process.exitCode = broken > 0 ? 1 : 0
}

await doctor()

import { attach } from './attach.ts'
import { importFile } from './import/import-file.ts'
import { readWishes, USAGE } from './import/wishes.ts'
import { explain } from './start/explain.ts'

const wishes = readWishes(process.argv.slice(2))
if (typeof wishes === 'string') {
  process.stderr.write(`${wishes}\n\n${USAGE}`)
  process.exitCode = 2
} else {
  try {
    const attached = await attach()
    try {
      process.exitCode = await importFile(wishes, (line) => process.stdout.write(`${line}\n`))
    } finally {
      const { database } = await import('#lib/db/transaction.ts')
      await database().$client.end({ timeout: 5 })
      await attached.stop()
    }
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`)
    process.exitCode = 1
  }
}

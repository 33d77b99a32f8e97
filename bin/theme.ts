import { parseArgs } from 'node:util'
import { check } from './theme/check.ts'
import { create } from './theme/create.ts'
import { publish } from './theme/publish.ts'

const usage = `npm run theme -- check [id] [--json]             say what is wrong, and how to put it right
npm run theme -- new <id> --brand "#0a5c36" --logo logo.svg [--name "Acme"]
npm run theme -- publish <id or folder>          check, then hand it to the running portal
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    brand: { type: 'string' },
    logo: { type: 'string' },
    name: { type: 'string' },
  },
})
const [command, subject] = positionals

// A pipe that was closed early, as by `head`, is no failure.
process.stdout.on('error', () => process.exit())

if (command === 'check') process.exitCode = check(subject, values.json ? 'json' : 'text')
else if (command === 'new' && subject && values.brand && values.logo) {
  process.exitCode = create({ id: subject, brand: values.brand, logo: values.logo, name: values.name })
} else if (command === 'publish' && subject) process.exitCode = publish(subject)
else {
  process.stderr.write(usage)
  process.exitCode = 2
}

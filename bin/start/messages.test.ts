import { createServer } from 'node:net'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freePort } from '#lib/db/embedded/port.ts'
import { openDatabase } from './database.ts'
import { explain } from './explain.ts'
import { type Environment, readOptions } from './options.ts'
import { checkPort } from './port.ts'

/** What the operator would read. */
const told = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => explain(error),
  )

const opening = (env: Environment) => told(openDatabase(readOptions(env)))
const altered = (parts: Partial<URL>) => Object.assign(new URL(inject('cluster').appUrl), parts).href

test('a port that is taken is named, with the next one as a way out', async () => {
  const other = createServer()
  const port = await freePort()
  await new Promise<void>((resolve) => other.listen(port, resolve))
  onTestFinished(() => void other.close())
  expect(await told(checkPort(port, undefined))).toBe(
    `Port ${port} is taken by another program.\nNothing was changed.\n` +
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  )
})

test('a host that is not of this machine is named', async () => {
  expect(await told(checkPort(await freePort(), '192.0.2.1'))).toContain('This machine has no address 192.0.2.1.')
})

test.each(['0', '65536', 'http', '3000.5'])('PORT=%s is refused', (PORT) => {
  expect(() => readOptions({ PORT })).toThrow(`PORT is "${PORT}".\nNothing was changed.\nSet it to a number`)
})

test('a wrong database password is told without showing it', async () => {
  const message = await opening({ DATABASE_URL: altered({ password: 'open-sesame' }) })
  expect(message).toMatch(/^The database of DATABASE_URL \(127\.0\.0\.1:\d+\/portico\) refuses the password\./)
  expect(message).toContain('Correct the password in DATABASE_URL.')
  expect(message).not.toContain('open-sesame')
})

test('a database server that does not answer is told', async () => {
  const message = await opening({ DATABASE_URL: altered({ port: String(await freePort()) }) })
  expect(message).toContain(
    'does not answer: nothing listens there.\nNothing was changed.\nStart it, or correct host and port.',
  )
})

test('a database that does not exist is told', async () => {
  expect(await opening({ DATABASE_URL: altered({ pathname: '/nowhere' }) })).toContain('has no such database.')
})

test('a role that sees past the access rules is refused', async () => {
  expect(await opening({ DATABASE_URL: inject('cluster').superuserUrl })).toContain(
    'lets the role postgres see every row, past the access rules.',
  )
})

test('something that is no database address is refused', async () => {
  expect(await opening({ DATABASE_URL: 'not an address' })).toContain('DATABASE_URL is not a database address.')
})

test('a full disk is told with what to do', () => {
  const error = Object.assign(new Error('write'), { code: 'ENOSPC', path: '/data/secrets.json' })
  expect(explain(error)).toBe(
    'The disk is full: /data/secrets.json could not be written.\nWhat was saved before is kept.\n' +
      'Make room, or choose another folder with DATA_DIR.',
  )
})

test('what nobody foresaw keeps its stack', () => {
  expect(explain(new TypeError('odd'))).toContain('messages.test.ts')
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'

/** A server that ends as Next's does: it takes no more connections, and waits for those that it has. */
const server = `
  import { createServer } from 'node:http'
  import { closeUnusedConnections } from '${new URL('closing.ts', import.meta.url).href}'
  closeUnusedConnections()
  const server = createServer((request, response) => {
    process.send('asked')
    process.once('SIGTERM', () => setTimeout(() => response.end('whole'), 200))
  })
  process.on('SIGTERM', () => server.close(() => process.exit(0)))
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))`

test('a connection that was opened in advance does not keep the server, and a request is answered first', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', server], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  const [port] = await once(child, 'message')
  const early = connect(Number(port), '127.0.0.1')
  const closed = once(early, 'close')
  await once(early, 'connect')
  const asked = once(child, 'message')
  const answer = fetch(`http://127.0.0.1:${port}`).then((response) => response.text())
  await asked
  child.kill('SIGTERM')
  await closed
  expect(await answer).toBe('whole')
  expect(await ended).toEqual([0, null])
})

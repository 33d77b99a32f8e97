import { createServer } from 'node:net'

/** A free TCP port on loopback, the wished one if nothing listens there. */
export function freePort(wished = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wished ? resolve(freePort()) : reject(error)))
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address()
      const port = address && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

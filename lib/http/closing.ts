import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'

/**
 * Lets the server end when it is asked to. Browsers open connections in advance; on such a one, where no request has come yet, Node
 * would wait for as long as the browser likes.
 */
export function closeUnusedConnections(): void {
  const unused = new Set<Socket>()
  subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: unknown }
    if (!(socket instanceof Socket)) return
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: unknown }
    if (request instanceof IncomingMessage) unused.delete(request.socket)
  })
  process.on('SIGTERM', () => {
    for (const socket of unused) socket.destroy()
  })
}

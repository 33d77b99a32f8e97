import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage, ServerResponse } from 'node:http'

/** One HTTP request being answered, reachable from wherever it is handled. */
type Exchange = { address: string; response: ServerResponse }

// On globalThis: instrumentation, proxy and pages are bundled apart and must meet in one store.
const shared: { porticoExchanges?: AsyncLocalStorage<Exchange> } = globalThis as never

/**
 * Lets a page choose its status code and learn the sender's real address. Next.js offers neither: `notFound()` and errors
 * send an empty body to a browser without script, an ordinary view always has status 200, and of the address only a header
 * arrives that anybody can write. See docs/decisions.
 */
export function observeExchanges(): void {
  if (shared.porticoExchanges) return
  const exchanges = new AsyncLocalStorage<Exchange>()
  shared.porticoExchanges = exchanges
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: unknown; response: unknown }
    if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return
    exchanges.enterWith({ address: request.socket.remoteAddress ?? 'unknown', response })
  })
}

/** Answers the present request with this status, if its page renders at all. */
export function answerWith(status: number): void {
  const response = shared.porticoExchanges?.getStore()?.response
  if (response && !response.headersSent) response.statusCode = status
}

/** Says how long the present answer is. Next.js drops the header from the answer of a route handler, but leaves this one. */
export function announceLength(bytes: number): void {
  const response = shared.porticoExchanges?.getStore()?.response
  if (response && !response.headersSent) response.setHeader('content-length', bytes)
}

/** The address at the other end of the connection, which no header can claim. */
export function peerAddress(): string {
  return shared.porticoExchanges?.getStore()?.address ?? 'unknown'
}

import { test as base } from '@playwright/test'
import { fromHere } from './forms.ts'
import { type Portal, startPortal } from './portal.ts'
import { type Cookies, cookiesFor, sentBy, type Visitor } from './visitors.ts'
import { type Answer, type Message, type Wire, wireTo } from './wire.ts'

export type Gate = Portal & {
  readonly wire: Wire
  readonly cookies: Cookies
  /** Sends the message with the visitor's cookie, and as a form of the portal's own where it is one. */
  ask(visitor: Visitor, message: Message): Promise<Answer>
}

/** A portal of the worker's own, apart from the demo that other tests use. */
export const test = base.extend<object, { gate: Gate }>({
  gate: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use) => {
      const portal = await startPortal()
      const wire = wireTo(portal.origin)
      const cookies = await cookiesFor(portal.secrets.AUTH_SECRET)
      const ask = (visitor: Visitor, message: Message) => {
        const sent = sentBy(visitor, message, cookies)
        return wire(message.method === 'POST' ? fromHere(sent, portal.origin) : sent)
      }
      try {
        await use({ ...portal, wire, cookies, ask })
      } finally {
        wire.close()
        await portal.stop()
      }
    },
    { scope: 'worker', timeout: 90_000 },
  ],
})

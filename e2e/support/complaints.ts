import type { BrowserContext } from '@playwright/test'

/** What the browser complains about on all pages of the context from now on: console errors, exceptions, CSP violations. */
export async function complaintsOf(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  context.on('console', (message) => {
    // The tests' own scripts are kept out of the frame that shows a mail, as the mail's would be.
    if (/^Blocked script execution in '[^']*\/files\/mail\//.test(message.text())) return
    if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    complaints.push(`${error.page()?.url()}: ${error.error()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      // biome-ignore lint/suspicious/noConsole: it is how a page tells the test
      console.error(`CSP: ${violatedDirective} ${blockedURI}`),
    )
  })
  return complaints
}

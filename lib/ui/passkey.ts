/** Whether this browser knows passkeys; only in the browser. */
export const knowsPasskeys = () => 'PublicKeyCredential' in window

// The library is fetched when somebody asks for it: no page is the slower for it.

/** Lets the device make a passkey. @param request and what comes back: WebAuthn as JSON. Rejects where the device does not confirm. */
export async function makePasskey(request: string): Promise<string> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(request) }))
}

/** Lets the device answer with a passkey that it has. */
export async function answerWithPasskey(request: string): Promise<string> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(request) }))
}

import { z } from 'zod'

export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

const bytes = z.string().regex(/^[\w-]{1,8000}$/)

const common = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

/** What a browser answers (WebAuthn, as JSON) when it made a passkey. */
export const attestationShape = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string())
      .default([])
      .transform((given) => TRANSPORTS.filter((one) => given.includes(one))),
  }),
})

/** What a browser answers when it used one. */
export const assertionShape = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
})

export type Attestation = z.output<typeof attestationShape>
export type Assertion = z.output<typeof assertionShape>

/** A form's text as such an answer; a text that is none is `invalid`. */
export const answerIn = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .max(20_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue('invalid')
        return z.NEVER
      }
    })
    .pipe(shape)

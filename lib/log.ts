import pino from 'pino'
import { env } from './env.ts'

let logger: pino.Logger | undefined

/** The application's log: one line of JSON an event. Give it ids and codes, never what people typed. */
export function log(): pino.Logger {
  logger ??= pino({ level: env.logLevel, base: null })
  return logger
}

/** What may be logged of an error: of the innermost cause its name, code, message and stack; no statement, no value. */
export function faultOf(error: unknown): { name: string; code: unknown; message: string; stack: string | undefined } {
  let cause = error
  while (cause instanceof Error && cause.cause) cause = cause.cause
  if (!(cause instanceof Error)) return { name: typeof cause, code: undefined, message: '', stack: undefined }
  return {
    name: cause.name,
    code: 'code' in cause ? cause.code : undefined,
    message: cause.message.slice(0, 500),
    stack: cause.stack?.slice(0, 2000),
  }
}

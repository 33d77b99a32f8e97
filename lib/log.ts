import pino from 'pino'
import { env } from './env.ts'

let logger: pino.Logger | undefined

/** The application's log: one line of JSON an event. Give it ids and codes, never what people typed. */
export function log(): pino.Logger {
  logger ??= pino({ level: env.logLevel, base: null })
  return logger
}

/** What a job of each queue is given. The queues themselves are made by a migration, with their retries, time-outs and `notify`. */
export type Jobs = {
  /** The id of a row of the outbox; enqueued by a trigger, never by hand. */
  mail: { mail: number }
  /** Who asked for a new password, sealed: what was typed may be a password in the wrong field. */
  'password-reset': { sealed: string }
  /** Somebody registered, from this address. */
  registration: { registration: number; address: string }
  /** A guesser has made an account wait, if there is one of this login; sealed as above. */
  'lock-notice': { sealed: string }
  /** A run of a directory's synchronisation. */
  'directory-sync': { run: number }
  /** What customers may read of many tickets has changed; enqueued by a trigger, never by hand. */
  search: { rebuild: number }
  /** A queue promises another service; its tickets beyond one. */
  'answers-due': { queue: number; after: number }
}
export type JobName = keyof Jobs

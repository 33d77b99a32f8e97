import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'

class Rehearsed<T> extends Error {
  readonly told: T

  constructor(told: T) {
    super('rehearsed')
    this.told = told
  }
}

/** Does the work, learns what it would do from the database itself, and takes all of it back. */
export async function rehearse<T>(viewer: EngineerViewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await asViewer(viewer, async (tx) => {
      throw new Rehearsed(await work(tx))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.told as T
    throw error
  }
}

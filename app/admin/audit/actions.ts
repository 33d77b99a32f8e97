'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { verifyAudit } from '#lib/audit/queries/integrity.ts'
import { paths } from '#lib/paths.ts'

/** A page may take this long; the command has all the time it needs. */
const PATIENCE = 8_000

const verify = defineAction({
  viewer: 'administrator',
  input: z.object({}),
  run: async () => {
    await verifyAudit(PATIENCE)
    return paths.admin('audit')
  },
})

export async function verifyNow(form: FormData): Promise<void> {
  await verify(form)
}

import 'server-only'
import { sql } from 'drizzle-orm'
import { reserveTry } from '#lib/auth/back-off.ts'
import { hostName } from '#lib/auth/host.ts'
import { normalLogin } from '#lib/auth/login.ts'
import { asNobody } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { enqueueJob } from '#lib/jobs/commands.ts'
import { registered } from '../form.ts'
import type { RegistrationInput } from '../input.ts'
import { registrationForms } from '../queries/forms.ts'

export type Sender = { host: string; address: string; locale: string }

/**
 * Notes that somebody wants to register. Whether there is an account already, and whether the domain is accepted, a job finds out
 * later and tells by mail: here the same happens for everybody, so that neither answer nor time tells.
 * @throws AppError `not_found` where nobody may register at this host; `invalid` with the fields; `too_many`
 */
export async function askToRegister(input: RegistrationInput, { host, address, locale }: Sender): Promise<void> {
  const form = (await registrationForms(host)).find(({ key }) => key === input.group)
  if (!form) throw notFound()
  const { name, fields } = registered(form, input)
  if (input.website) return
  const login = normalLogin(input.email)
  const attempt = { kind: 'contact', login: `registration of ${login}`, address: `registration ${address}` } as const
  if (!(await reserveTry(attempt))) throw new AppError('too_many')
  await asNobody((db) =>
    db.transaction(async (tx) => {
      const [asked] = await tx.execute<{ id: string | null }>(
        sql`select ask_registration(${hostName(host)}, ${form.id}, ${name}, ${input.email}, ${login}, ${locale},
          ${JSON.stringify(fields)}::jsonb, ${form.consent !== null}) as id`,
      )
      if (!asked?.id) throw notFound()
      await enqueueJob(tx, 'registration', { registration: Number(asked.id), address })
    }),
  )
}

'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { accountChange } from '#lib/accounts/card-input.ts'
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  removeAccount,
  unlockAccount,
} from '#lib/accounts/commands/account-standing.ts'
import { saveAccount } from '#lib/accounts/commands/save-account.ts'
import { inviteContact } from '#lib/accounts/commands.ts'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'

const id = z.coerce.number().int().positive()

const save = defineAction({
  viewer: 'engineer',
  input: accountChange,
  run: async (viewer, input) => {
    const { generated } = await saveAccount(viewer, input)
    return generated === null ? paths.deskContacts(input.id, { done: 'account' }) : { once: generated }
  },
})
export async function keepAccount(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form)
}

const enabling = defineAction({
  viewer: 'engineer',
  input: z.object({ id, enabled: z.enum(['yes', 'no']) }),
  run: async (viewer, { id, enabled }) => {
    await (enabled === 'yes' ? enableAccount : disableAccount)(viewer, id)
    return cardOf(id, enabled === 'yes' ? 'accountEnabled' : 'accountDisabled')
  },
})
export async function setAccountEnabled(form: FormData): Promise<void> {
  backWith(form, await enabling(form))
}

const unlocking = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await unlockAccount(viewer, id)
    return cardOf(id, 'unlocked')
  },
})
export async function unlock(form: FormData): Promise<void> {
  backWith(form, await unlocking(form))
}

const inviting = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await inviteContact(viewer, id)
    return cardOf(id, 'invited')
  },
})
export async function invite(form: FormData): Promise<void> {
  backWith(form, await inviting(form))
}

const ending = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await endSessionsOf(viewer, id)
    return cardOf(id, 'sessionsEnded')
  },
})
export async function signOutEverywhere(form: FormData): Promise<void> {
  backWith(form, await ending(form))
}

const removing = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await removeAccount(viewer, id)
    return cardOf(id, 'accountRemoved')
  },
})
export async function takeAccount(form: FormData): Promise<void> {
  backWith(form, await removing(form))
}

function cardOf(contact: number, done: string): string {
  return paths.deskContacts(contact, { done })
}

/** Back to the contact, which says what was refused; it shows nothing but a code. */
function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const contact = id.safeParse(form.get('id'))
  redirect(contact.success ? paths.deskContacts(contact.data, { problem: problem.code }) : paths.deskContacts())
}

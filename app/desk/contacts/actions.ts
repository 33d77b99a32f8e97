'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { moveContact } from '#lib/contacts/commands/move.ts'
import { addNote, removeNote } from '#lib/contacts/commands/notes.ts'
import { changeContact, registerContact } from '#lib/contacts/commands/save.ts'
import { deactivateContact, deleteContact, reactivateContact } from '#lib/contacts/commands/standing.ts'
import { isListName } from '#lib/contacts/fields.ts'
import { contactChange, contactMove, newContact, newNote } from '#lib/contacts/input.ts'
import { paths } from '#lib/paths.ts'

const id = z.coerce.number().int().positive()

const register = defineAction({
  viewer: 'engineer',
  input: newContact,
  many: isListName,
  run: async (viewer, input) => paths.deskContacts(await registerContact(viewer, input), { done: 'created' }),
})
export async function createContact(state: FormState, form: FormData): Promise<FormState> {
  return register(state, form)
}

const change = defineAction({
  viewer: 'engineer',
  input: contactChange,
  many: isListName,
  run: async (viewer, input) => {
    await changeContact(viewer, input)
    return paths.deskContacts(input.id, { done: 'saved' })
  },
})
export async function saveContact(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form)
}

const move = defineAction({
  viewer: 'engineer',
  input: contactMove,
  run: async (viewer, input) => {
    await moveContact(viewer, input)
    return paths.deskContacts(input.id, { done: 'moved' })
  },
})
export async function moveToCompany(state: FormState, form: FormData): Promise<FormState> {
  return move(state, form)
}

const stand = defineAction({
  viewer: 'engineer',
  input: z.object({ id, active: z.enum(['yes', 'no']) }),
  run: async (viewer, { id, active }) => {
    await (active === 'yes' ? reactivateContact : deactivateContact)(viewer, id)
    return paths.deskContacts(id, { done: active === 'yes' ? 'reactivated' : 'deactivated' })
  },
})
export async function setContactActive(form: FormData): Promise<void> {
  backWith(form, await stand(form))
}

const erase = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deleteContact(viewer, id)
    return paths.deskContacts({ done: 'deleted' })
  },
})
export async function removeContact(state: FormState, form: FormData): Promise<FormState> {
  return erase(state, form)
}

const note = defineAction({
  viewer: 'engineer',
  input: newNote,
  run: async (viewer, input) => {
    await addNote(viewer, input)
    return `${pageOf(input)}#notes`
  },
})
export async function keepNote(state: FormState, form: FormData): Promise<FormState> {
  return note(state, form)
}

const unnote = defineAction({
  viewer: 'engineer',
  input: z.object({ note: id, about: z.enum(['contact', 'company']), id }),
  run: async (viewer, { note, ...about }) => {
    await removeNote(viewer, note, about)
    return `${pageOf(about)}#notes`
  },
})
export async function dropNote(form: FormData): Promise<void> {
  backWith(form, await unnote(form))
}

function pageOf({ about, id }: { about: 'contact' | 'company'; id: number }): string {
  return about === 'contact' ? paths.deskContacts(id, { done: 'note' }) : paths.deskCompanies(id, { done: 'note' })
}

/** Back to the page, which says what was refused; it shows nothing but a code. */
function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const parsed = id.safeParse(form.get('id'))
  const page = form.get('about') === 'company' ? paths.deskCompanies : paths.deskContacts
  redirect(parsed.success ? page(parsed.data, { problem: problem.code }) : page())
}

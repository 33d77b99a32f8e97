'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { changeCompany, registerCompany } from '#lib/companies/commands/save.ts'
import { deactivateCompany, deleteCompany, reactivateCompany } from '#lib/companies/commands/standing.ts'
import { companyChange, newCompany } from '#lib/companies/input.ts'
import { isListName } from '#lib/contacts/fields.ts'
import { paths } from '#lib/paths.ts'

const id = z.coerce.number().int().positive()

const register = defineAction({
  viewer: 'engineer',
  input: newCompany,
  many: isListName,
  run: async (viewer, input) => paths.deskCompanies(await registerCompany(viewer, input), { done: 'created' }),
})
export async function createCompany(state: FormState, form: FormData): Promise<FormState> {
  return register(state, form)
}

const change = defineAction({
  viewer: 'engineer',
  input: companyChange,
  many: isListName,
  run: async (viewer, input) => {
    await changeCompany(viewer, input)
    return paths.deskCompanies(input.id, { done: 'saved' })
  },
})
export async function saveCompany(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form)
}

const stand = defineAction({
  viewer: 'engineer',
  input: z.object({ id, active: z.enum(['yes', 'no']) }),
  run: async (viewer, { id, active }) => {
    await (active === 'yes' ? reactivateCompany : deactivateCompany)(viewer, id)
    return paths.deskCompanies(id, { done: active === 'yes' ? 'reactivated' : 'deactivated' })
  },
})
export async function setCompanyActive(form: FormData): Promise<void> {
  const { problem } = await stand(form)
  if (!problem) return
  const company = id.safeParse(form.get('id'))
  redirect(company.success ? paths.deskCompanies(company.data, { problem: problem.code }) : paths.deskCompanies())
}

const erase = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deleteCompany(viewer, id)
    return paths.deskCompanies({ done: 'deleted' })
  },
})
export async function removeCompany(state: FormState, form: FormData): Promise<FormState> {
  return erase(state, form)
}

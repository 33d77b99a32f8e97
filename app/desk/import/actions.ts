'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { askForCheck, askForRun, discardImport, readAnew } from '#lib/import/commands.ts'
import { checkInput, importId, readingChoice, runInput } from '#lib/import/input.ts'
import { workInBackground } from '#lib/import/worker.ts'
import { paths } from '#lib/paths.ts'
import type { FormState } from '#lib/ui/form-state.ts'

const reading = defineAction({
  viewer: 'engineer',
  input: importId.extend(readingChoice.shape),
  run: async (viewer, { id, ...choice }) => {
    await readAnew(viewer, id, choice)
    return paths.deskPart('import', id)
  },
})

export async function chooseReading(form: FormData): Promise<void> {
  await reading(form)
}

const check = defineAction({
  viewer: 'engineer',
  // The columns' targets are called target.0, target.1 …
  input: z.looseObject({}).transform((given) => checkInput.parse({ ...given, target: targetsIn(given) })),
  run: async (viewer, input) => {
    await askForCheck(viewer, input)
    workInBackground(viewer, input.id)
    return paths.deskPart('import', input.id)
  },
})

export async function checkFile(state: FormState, form: FormData): Promise<FormState> {
  return check(state, form)
}

const run = defineAction({
  viewer: 'engineer',
  input: runInput,
  run: async (viewer, input) => {
    await askForRun(viewer, input)
    workInBackground(viewer, input.id)
    return paths.deskPart('import', input.id)
  },
})

export async function runImport(state: FormState, form: FormData): Promise<FormState> {
  return run(state, form)
}

const discard = defineAction({
  viewer: 'engineer',
  input: importId,
  run: async (viewer, { id }) => {
    await discardImport(viewer, id)
    return paths.deskPart('import', { done: 'discarded' })
  },
})

export async function discardIt(form: FormData): Promise<void> {
  await discard(form)
}

function targetsIn(given: Record<string, unknown>): string[] {
  const targets: string[] = []
  for (const [name, value] of Object.entries(given)) {
    const column = /^target\.(\d{1,3})$/.exec(name)?.[1]
    if (column !== undefined) targets[Number(column)] = String(value)
  }
  return Array.from(targets, (target) => target ?? '')
}

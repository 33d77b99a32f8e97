'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { askForRun } from '#lib/provisioning/commands/ask.ts'
import { moveRule, removeRule, saveRule } from '#lib/provisioning/commands/rules.ts'
import { saveSettings } from '#lib/provisioning/commands/set-up.ts'
import { ofRule, ruleChange, ruleMove, runWish, settingsChange } from '#lib/provisioning/input.ts'
import { peoplePath } from './address.ts'

const of = ({ source, sourceId }: { source: 'ldap' | 'oidc'; sourceId: number }) => ({ kind: source, id: sourceId })

export const keepSettings = defineAction({
  viewer: 'administrator',
  input: settingsChange,
  run: async (viewer, change) => {
    await saveSettings(viewer, change)
    return peoplePath(of(change), 'settings', { done: 'settings' })
  },
})

export const keepRule = defineAction({
  viewer: 'administrator',
  input: ruleChange,
  run: async (viewer, change) => {
    await saveRule(viewer, change)
    return peoplePath(of(change), { done: 'saved' })
  },
})

export const deleteRule = defineAction({
  viewer: 'administrator',
  input: ofRule,
  run: async (viewer, { rule, ...source }) => {
    await removeRule(viewer, of(source), rule)
    return peoplePath(of(source), { done: 'deleted' })
  },
})

const moving = defineAction({
  viewer: 'administrator',
  input: ruleMove,
  run: async (viewer, move) => {
    await moveRule(viewer, move)
    return peoplePath(of(move), { done: 'moved' })
  },
})

export async function moveRuleOf(form: FormData): Promise<void> {
  await moving(form)
}

export const beginRun = defineAction({
  viewer: 'administrator',
  input: runWish,
  run: async (viewer, wish) => {
    const run = await askForRun(viewer, wish)
    return peoplePath({ kind: 'ldap', id: wish.server }, 'runs', run)
  },
})

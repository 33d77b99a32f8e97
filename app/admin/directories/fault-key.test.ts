import { expect, test } from 'vitest'
import { FAULTS, type FaultKind } from '#lib/auth/ldap/fault.ts'
import { PROBE_STEPS, type ProbeReport, type ProbeStep } from '#lib/auth/ldap/probe.ts'
import words from '#lib/i18n/messages/en/directories.json' with { type: 'json' }
import { detailOf, faultKeyOf } from './fault-key.ts'

const failed = (step: ProbeStep, fault: FaultKind) => ({ step, state: 'failed', fault, reason: fault }) as const
const report = (people = 0): ProbeReport => ({
  steps: [],
  people: 0,
  attributes: [],
  found: Array.from({ length: people }, (_, at) => ({ dn: `uid=${at}`, identity: null })),
})

test('whatever fails at whichever step has words that say what to do', () => {
  for (const step of PROBE_STEPS)
    for (const fault of FAULTS) {
      const { what, todo } = words.faults[faultKeyOf(failed(step, fault), report())]
      expect([what, todo].every((text) => text.endsWith('.'))).toBe(true)
    }
})

test('a search that the server refuses is told apart from one that finds nobody, or too many', () => {
  const refused = { step: 'people', state: 'failed', fault: 'search', reason: 'search: Size limit' } as const
  expect(faultKeyOf(refused, report())).toBe('search')
  expect(detailOf(refused)).toBe('Size limit')
  expect(faultKeyOf(failed('people', 'search'), report())).toBe('nobody')
  expect(faultKeyOf(failed('name', 'search'), report(0))).toBe('unknownName')
  expect(faultKeyOf(failed('name', 'search'), report(2))).toBe('ambiguousName')
  expect(faultKeyOf({ ...refused, step: 'sign_on' }, report())).toBe('refusedBind')
  expect(detailOf(failed('people', 'search'))).toBe('')
})

import { expect, test } from 'vitest'
import { ruleFor, rulesIn, textOfRules } from './domains.ts'

const text = 'acme.example = ACME Ltd. = Pumps\n*.ac.example = AC\n\n Plant.AC.example '

test('rules are read line by line, and written the same way', () => {
  const rules = rulesIn(text)
  expect(rules).toEqual([
    { domain: 'acme.example', subdomains: false, company: 'ACME Ltd. = Pumps' },
    { domain: 'ac.example', subdomains: true, company: 'AC' },
    { domain: 'plant.ac.example', subdomains: false, company: null },
  ])
  expect(rulesIn(textOfRules(rules ?? []))).toEqual(rules)
})

test.each([
  'acme',
  '@acme.example',
  'ac me.example',
  '*acme.example',
  '= ACME',
  'a.example\n*.a.example',
  'a..example',
])('%j is refused', (wrong) => {
  expect(rulesIn(wrong)).toBeUndefined()
})

test.each([
  ['a@acme.example', 'acme.example'],
  ['a@ACME.example', 'acme.example'],
  ['a@mail.acme.example', undefined],
  ['a@ac.example', 'ac.example'],
  ['a@south.ac.example', 'ac.example'],
  ['a@plant.ac.example', 'plant.ac.example'],
  ['a@deep.plant.ac.example', 'ac.example'],
  ['a@notac.example', undefined],
  ['a@ac.example.elsewhere.example', undefined],
  ['"a@ac.example"@elsewhere.example', undefined],
])('%s is of %s', (email, domain) => {
  expect(ruleFor(rulesIn(text) ?? [], email)?.domain).toBe(domain)
})

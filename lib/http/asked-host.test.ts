import { expect, test } from 'vitest'
import { keepAskedHost } from './asked-host.ts'

test('a page that is rendered after an action is that of the host which was asked for', () => {
  const first = new Headers({ host: 'acme.example' })
  keepAskedHost(first)
  expect(first.get('host')).toBe('acme.example')
  const inner = new Headers([...first])
  inner.set('host', 'localhost:3000')
  keepAskedHost(inner)
  expect(inner.get('host')).toBe('acme.example')
})

test('nobody from outside chooses the host by a header', () => {
  for (const note of ['acme.example', 'x acme.example', ' acme.example', '']) {
    const forged = new Headers({ host: 'other.example', 'x-portico-host': note })
    keepAskedHost(forged)
    expect(forged.get('host')).toBe('other.example')
  }
})

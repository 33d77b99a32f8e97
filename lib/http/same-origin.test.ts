import { expect, test } from 'vitest'
import { requireSameOrigin } from './same-origin.ts'

const sent = (headers: Record<string, string>) => () =>
  requireSameOrigin(new Headers({ host: 'portal.example', ...headers }))

test.each([
  ['the same origin', { origin: 'https://portal.example' }],
  ['a browser that says so by Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }],
  ['a page of ours that sends no referrer', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['a text browser that says so by Referer', { referer: 'http://portal.example/tickets' }],
])('a form from %s is taken', (_who, headers: Record<string, string>) => {
  expect(sent(headers)).not.toThrow()
})

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['a sibling host', { origin: 'https://other.portal.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a sandboxed frame that says so', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a frame without origin whose Referer pretends', { origin: 'null', referer: 'https://portal.example/' }],
  ['another origin whose Referer pretends', { origin: 'https://evil.example', referer: 'https://portal.example/' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['the same site but another origin', { 'sec-fetch-site': 'same-site' }],
  ['the address bar', { 'sec-fetch-site': 'none' }],
  ['a foreign page by Referer', { referer: 'https://evil.example/portal.example' }],
  ['nowhere', {}],
])('a form from %s is refused', (_who, headers: Record<string, string>) => {
  expect(sent(headers)).toThrow('forbidden')
})

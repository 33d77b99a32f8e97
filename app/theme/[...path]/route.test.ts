import { expect, it } from 'vitest'
import { themeNamed } from '#lib/themes/registry.ts'
import { GET } from './route.ts'

function get(url: string): Promise<Response> {
  const path = url.replace(/^\/theme\//, '').split('/')
  return GET(new Request(`http://portal.example${url}`), { params: Promise.resolve({ path }) })
}

it('a stylesheet never changes under its name, so it is kept for good', async () => {
  const answer = await get(themeNamed('default').stylesheet)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toContain('--p-canvas:')
})

it('an SVG is sandboxed, in case somebody opens it as a page', async () => {
  const answer = await get(themeNamed('default').assets.logo)
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
})

it.each(['/theme/none.css', '/theme/../env', '/theme/a/b', '/theme/', '/theme/__proto__'])(
  '%s is not found',
  async (url) => {
    const answer = await get(url)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)

import type { APIRequestContext, APIResponse } from '@playwright/test'
import { origin } from './requests.ts'

/** The hidden fields of the first form on the page that holds this text, as a browser without a script would send them. */
export async function hiddenFields(
  request: APIRequestContext,
  path: string,
  holds: string,
): Promise<Record<string, string>> {
  const html = await (await request.get(path)).text()
  const form = html
    .split('<form')
    .find((part) => part.split('</form>')[0]?.includes(holds))
    ?.split('</form>')[0]
  if (!form) throw new Error(`no form with ${holds} on ${path}`)
  const inputs = [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']) => attributes)
  return Object.fromEntries(inputs.map((attributes) => [attribute(attributes, 'name'), attribute(attributes, 'value')]))
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Submits a form that is a server action, without a script; redirects are not followed. */
export async function submit(
  request: APIRequestContext,
  path: string,
  form: { holds: string; fields: Record<string, string> },
  headers: Record<string, string> = { origin: origin() },
): Promise<APIResponse> {
  const multipart = { ...(await hiddenFields(request, path, form.holds)), ...form.fields }
  return request.post(path, { multipart, headers, maxRedirects: 0 })
}

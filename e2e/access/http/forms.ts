import type { Message } from './wire.ts'

export type Fields = Readonly<Record<string, string>>

/** A form as a browser without script sends it, its fields in this order. */
export function posted(
  path: string,
  fields: Fields | readonly (readonly [string, string])[],
  headers: Fields = {},
): Message {
  const boundary = 'boundaryOfTheForm'
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields)
  const parts = pairs.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return { method: 'POST', path, headers: { ...type, ...headers }, body: `${parts.join('')}--${boundary}--\r\n` }
}

/** A server action without script: its id is a field of the form. */
export function actionForm(path: string, id: string, fields: Fields): Message {
  return posted(path, { [`$ACTION_ID_${id}`]: '', ...fields })
}

/** A server action as a script calls it: the previous state, where it has one, and the form are its arguments. */
export function actionCall(path: string, id: string, fields: Fields, state?: unknown): Message {
  const form = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const)
  const given = state === undefined ? ['$K1'] : [state, '$K1']
  return posted(path, [...form, ['0', JSON.stringify(given)]], { 'next-action': id })
}

/** The message as a page of the portal itself would send it. */
export function fromHere(message: Message, origin: string): Message {
  return { ...message, headers: { ...message.headers, origin } }
}

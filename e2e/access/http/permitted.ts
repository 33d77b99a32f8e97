import { buildOf } from './build.ts'
import type { Case } from './row.ts'
import { writingRows } from './rows.ts'
import { town } from './town.ts'
import { type Visitor, visitorNamed } from './visitors.ts'
import type { Message } from './wire.ts'

export type Permitted = {
  readonly name: string
  readonly visitor: Visitor
  readonly message: () => Message
  readonly knows: readonly string[]
}

/** One change of every kind that somebody of the town may make: where nothing is forged, it happens. */
export function permittedChanges(): Permitted[] {
  const { idOf } = buildOf()
  return ['customer', 'engineer, desk'].flatMap((name) => {
    const visitor = visitorNamed(name)
    const place = { world: town, viewer: visitor.viewer }
    return writingRows(idOf).flatMap(({ target, cases, knows = [] }) =>
      kindsOf(cases(place)).map(({ path, at }) => ({
        name: `${name}: ${target} at ${path}`,
        visitor,
        knows,
        message: () =>
          cases(place).flatMap((one) => (one.expected.kind === 'done' ? [one.message] : []))[at] ?? { path },
      })),
    )
  })
}

/** Of cases that differ by the ticket or queue alone the first. */
function kindsOf(cases: Case[]): { path: string; at: number }[] {
  const done = cases.filter(({ expected }) => expected.kind === 'done').map(({ message }) => message.path)
  const kind = (path: string) => path.replace(/\d+/g, '')
  return done.flatMap((path, at) => (done.findIndex((one) => kind(one) === kind(path)) === at ? [{ path, at }] : []))
}

/** The form with more fields than it has; those that are its own stay as they are. */
export function withMore(message: Message, fields: Record<string, string>): Message {
  const body = String(message.body ?? '')
  const end = body.lastIndexOf('--boundaryOfTheForm--')
  const prefix = message.headers?.['next-action'] ? '_1_' : ''
  const more = Object.entries(fields)
    .filter(([name]) => !body.includes(`name="${prefix}${name}"`))
    .map(
      ([name, value]) =>
        `--boundaryOfTheForm\r\nContent-Disposition: form-data; name="${prefix}${name}"\r\n\r\n${value}\r\n`,
    )
  return { ...message, body: prefix ? more.join('') + body : body.slice(0, end) + more.join('') + body.slice(end) }
}

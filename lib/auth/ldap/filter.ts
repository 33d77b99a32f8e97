import { AndFilter, EqualityFilter, type Filter, FilterParser, NotFilter, OrFilter, PresenceFilter } from 'ldapts'
import { identityFilter } from './identity.ts'
import type { LdapServer } from './server.ts'

/** Who is looked for: by the name that an engineer gave, by the directory's own identity, or whoever may be meant at all. */
export type Person = { name: string } | { identity: string } | { anybody: true }

const PLACEHOLDER = '{login}'

/**
 * Finds a person among those whom the server's own filter admits. Names are put into the parsed filter and escaped by the
 * library, so that none of them can say more than a name.
 */
export function personFilter(server: LdapServer, person: Person): Filter {
  const own = server.filter ? FilterParser.parseString(server.filter) : undefined
  const asks = own !== undefined && holdsPlaceholder(own)
  if ('identity' in person) {
    const found = identityFilter(person.identity, server.identityAttribute)
    return own ? new AndFilter({ filters: [found, filled(own, undefined)] }) : found
  }
  const name = 'name' in person ? person.name : undefined
  if (own && asks) return filled(own, name)
  const attribute = server.nameAttribute
  const named = name === undefined ? new PresenceFilter({ attribute }) : new EqualityFilter({ attribute, value: name })
  return own ? new AndFilter({ filters: [named, own] }) : named
}

/** What is wrong with a filter that somebody typed: the key of a message, or nothing. */
export function filterProblem(typed: string): 'filter' | 'placeholder' | undefined {
  try {
    const parsed = FilterParser.parseString(typed)
    const text = filled(parsed, 'somebody').toString()
    return /[{}]/.test(text) || isDenied(parsed) ? 'placeholder' : undefined
  } catch {
    return 'filter'
  }
}

/** The filter with the name in place of `{login}`; without a name any will do. */
function filled(filter: Filter, name: string | undefined): Filter {
  if (filter instanceof AndFilter) return new AndFilter({ filters: filter.filters.map((one) => filled(one, name)) })
  if (filter instanceof OrFilter) return new OrFilter({ filters: filter.filters.map((one) => filled(one, name)) })
  if (!isPlaceholder(filter)) return filter
  const { attribute } = filter
  return name === undefined ? new PresenceFilter({ attribute }) : new EqualityFilter({ attribute, value: name })
}

function holdsPlaceholder(filter: Filter): boolean {
  if (filter instanceof AndFilter || filter instanceof OrFilter) return filter.filters.some(holdsPlaceholder)
  return isPlaceholder(filter)
}

const isPlaceholder = (filter: Filter): filter is EqualityFilter =>
  filter instanceof EqualityFilter && filter.value.toString() === PLACEHOLDER

/** Whoever does *not* have the name cannot be meant. */
function isDenied(filter: Filter): boolean {
  if (filter instanceof NotFilter) return holdsPlaceholder(filter.filter)
  return (filter instanceof AndFilter || filter instanceof OrFilter) && filter.filters.some(isDenied)
}

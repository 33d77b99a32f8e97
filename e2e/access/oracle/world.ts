/** Everything access.md speaks of, and nothing else. Ids are unique per list; times are seconds on the world's own clock. */
export type World = {
  readonly now: number
  readonly roles: readonly Role[]
  readonly engineers: readonly Engineer[]
  readonly profiles: readonly Profile[]
  readonly groups: readonly CustomerGroup[]
  readonly companies: readonly Company[]
  readonly contacts: readonly Contact[]
  readonly accounts: readonly Account[]
  readonly sessions: readonly Session[]
  readonly tokens: readonly Token[]
  readonly viewings: readonly Viewing[]
  readonly queues: readonly Queue[]
  readonly statuses: readonly Status[]
  readonly fields: readonly Field[]
  readonly activities: readonly Activity[]
  readonly textClasses: readonly TextClass[]
  readonly tickets: readonly Ticket[]
  readonly participants: readonly Participant[]
  readonly shares: readonly Share[]
  readonly entries: readonly Entry[]
  readonly attachments: readonly Attachment[]
  readonly fieldValues: readonly FieldValue[]
}

export type Id = number

export type QueueGrant = 'read' | 'write' | 'append' | 'create' | 'execute'
export type GroupGrant = 'read' | 'write' | 'modify accounts' | 'delete'
export type GlobalGrant = 'administer' | 'manage news' | 'manage FAQ'

/** Grants are plain strings on purpose: what is not one of the known words counts as absent. */
export type Role = {
  readonly id: Id
  readonly onQueues: readonly { readonly queue: Id; readonly grant: string }[]
  readonly onGroups: readonly { readonly group: Id; readonly grant: string }[]
  readonly ownCompany: boolean
  readonly globals: readonly string[]
}

export type Engineer = { readonly id: Id; readonly active: boolean; readonly roles: readonly Id[] }
export type Profile = { readonly id: Id; readonly roles: readonly Id[] }
export type CustomerGroup = { readonly id: Id; readonly portal: boolean }
export type Company = { readonly id: Id; readonly group: Id; readonly name: string }
export type Contact = {
  readonly id: Id
  readonly group: Id
  readonly company: Id | null
  readonly active: boolean
}
export type Account = {
  readonly contact: Id
  readonly profile: Id | null
  readonly disabled: boolean
  readonly locked: boolean
}

export type Owner = { readonly kind: 'contact' | 'engineer'; readonly id: Id }
export type Session = { readonly id: Id; readonly owner: Owner; readonly revoked: boolean; readonly endsAt: number }

/** What a token may be limited to: one word an action of access.md, `read` for every rule of visibility. */
export type Scope = 'read' | 'comment' | 'create' | 'edit' | 'execute' | 'share'
export type Token = Session & { readonly scopes: readonly Scope[] }

/** An engineer's session in which it views as a contact. */
export type Viewing = { readonly id: Id; readonly session: Id; readonly contact: Id; readonly endsAt: number }

export type Queue = { readonly id: Id; readonly kind: 'regular' | 'faq' }
export type Status = { readonly id: Id; readonly queue: Id; readonly acceptsComments: boolean }
export type Field = { readonly id: Id; readonly queue: Id; readonly exposure: 'none' | 'read' | 'full' }
export type Activity = {
  readonly id: Id
  readonly queue: Id
  readonly forCustomers: boolean
  readonly from: readonly Id[]
}
export type TextClass = { readonly id: Id; readonly customerVisible: boolean }

export type Ticket = {
  readonly id: Id
  readonly queue: Id
  readonly status: Id
  readonly mainCustomer: Id | null
}
export type Participant = { readonly ticket: Id; readonly contact: Id }
export type Share = {
  readonly id: Id
  readonly ticket: Id
  readonly contact: Id
  readonly sharer: Id
  readonly readOnly: boolean
  readonly endsAt: number | null
}
/** `field` is the field that a change entry reports; a change of anything else (status, queue) has none. */
export type Entry = {
  readonly id: Id
  readonly ticket: Id
  readonly kind: 'comment' | 'mail' | 'activity' | 'change'
  readonly textClass: Id
  readonly field: Id | null
}
export type Attachment = { readonly id: Id; readonly entry: Id; readonly textClass: Id }
export type FieldValue = { readonly ticket: Id; readonly field: Id }

export type Viewer =
  | { readonly kind: 'anonymous' }
  /** `session: null` asks what the person sees apart from any request, as a mail or an export does. */
  | { readonly kind: 'contact'; readonly contact: Id; readonly session: Id | null }
  | { readonly kind: 'engineer'; readonly engineer: Id; readonly session: Id | null }
  | { readonly kind: 'token'; readonly token: Id }
  | { readonly kind: 'viewing-as'; readonly engineer: Id; readonly contact: Id; readonly session: Id | null }

export function byId<T extends { readonly id: Id }>(list: readonly T[], id: Id | null): T | undefined {
  return id === null ? undefined : list.find((one) => one.id === id)
}

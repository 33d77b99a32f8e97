import { createHash } from 'node:crypto'
import type { Id, QueueGrant, World } from '../oracle/world.ts'

export type Row = Readonly<Record<string, unknown>>
export type Table = { readonly name: string; readonly key: readonly string[]; readonly rows: (world: World) => Row[] }

/** Profiles are engineers marked Track: the two share a table, not their numbers. */
export const profileRow = (id: Id): Id => 100 + id
export const attachmentRow = (id: Id): string => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
/** What the cookie holds. */
export const sessionToken = (id: Id): string => `session ${id}`
export const sessionRow = (id: Id): string => `00000000-0000-4000-9000-${String(id).padStart(12, '0')}`
export const attachmentId = (row: string): Id => Number(row.slice(-12))

const start = Date.now()
const at = (world: World, time: number | null) => time && new Date(start + (time - world.now) * 1000).toISOString()
const soon = (world: World) => at(world, world.now + 36_000)

/** A word for every text that nothing else holds. */
export const canary = (what: string, id: Id | string) => `canary${what}${id}x`

/** The tables of a world in an order that their references allow, each row with all that has no default. */
export const tables: readonly Table[] = [
  table('customer_groups', ['id'], ({ groups }) =>
    groups.map(({ id, portal }) => ({ id, key: `g${id}`, labels: {}, portal_enabled: portal })),
  ),
  table('companies', ['id'], ({ companies }) =>
    companies.map(({ id, group, name }) => ({ id, customer_group_id: group, name })),
  ),
  table('roles', ['id'], ({ roles }) =>
    roles.map(({ id, ownCompany, globals }) => ({
      id,
      name: `role ${id}`,
      own_company: ownCompany,
      administer: globals.includes('administer'),
      manage_news: globals.includes('manage news'),
      manage_faq: globals.includes('manage FAQ'),
    })),
  ),
  table('engineers', ['id'], ({ engineers, profiles }) => [
    ...engineers.map(({ id, active }) => ({
      id,
      login: `engineer${id}`,
      name: `Engineer ${id}`,
      is_track: false,
      active,
    })),
    ...profiles.map(({ id }) => ({
      id: profileRow(id),
      login: `profile${id}`,
      name: `Profile ${id}`,
      is_track: true,
      active: true,
    })),
  ]),
  table('engineer_roles', ['engineer_id', 'role_id'], ({ engineers, profiles }) => [
    ...engineers.flatMap(({ id, roles }) => roles.map((role) => ({ engineer_id: id, role_id: role }))),
    ...profiles.flatMap(({ id, roles }) => roles.map((role) => ({ engineer_id: profileRow(id), role_id: role }))),
  ]),
  table('text_classes', ['id'], ({ textClasses }) =>
    textClasses.map(({ id, customerVisible }) => ({
      id,
      key: `t${id}`,
      labels: {},
      customer_visible: customerVisible,
    })),
  ),
  table('queues', ['id'], ({ queues, textClasses }) =>
    queues.map(({ id, kind }) => ({
      id,
      key: `q${id}`,
      kind,
      labels: {},
      customer_text_class_id: textClasses[0]?.id,
      engineer_text_class_id: textClasses[1]?.id,
    })),
  ),
  table('queue_text_classes', ['queue_id', 'text_class_id'], ({ queues, textClasses }) =>
    queues.flatMap((queue) => textClasses.map(({ id }) => ({ queue_id: queue.id, text_class_id: id }))),
  ),
  table('statuses', ['id'], ({ statuses }) =>
    statuses.map(({ id, queue, acceptsComments }) => ({
      id,
      queue_id: queue,
      key: `s${id}`,
      labels: {},
      kind: id % 2 ? 'open' : 'closed',
      accepts_comments: acceptsComments,
      is_initial: statuses.find((one) => one.queue === queue)?.id === id,
    })),
  ),
  table('ticket_fields', ['id'], ({ fields }) =>
    fields.map(({ id, queue, exposure }) => ({
      id,
      queue_id: queue,
      key: `f${id}`,
      type: 'text',
      labels: {},
      exposure,
    })),
  ),
  table('activities', ['id'], ({ activities }) =>
    activities.map(({ id, queue, forCustomers, from }) => ({
      id,
      queue_id: queue,
      key: `a${id}`,
      labels: {},
      to_status_id: from[0],
      customers_may_execute: forCustomers,
    })),
  ),
  table('activity_statuses', ['activity_id', 'from_status_id'], ({ activities }) =>
    activities.flatMap(({ id, from }) => from.map((status) => ({ activity_id: id, from_status_id: status }))),
  ),
  table('queue_grants', ['role_id', 'queue_id'], ({ roles, queues }) =>
    roles.flatMap(({ id, onQueues }) =>
      queues.map((queue) => ({
        role_id: id,
        queue_id: queue.id,
        ...granted(onQueues.filter((one) => one.queue === queue.id)),
      })),
    ),
  ),
  table('group_grants', ['role_id', 'customer_group_id'], ({ roles, groups }) =>
    roles.flatMap(({ id, onGroups }) =>
      groups.map((group) => {
        const has = (grant: string) => onGroups.some((one) => one.group === group.id && one.grant === grant)
        return {
          role_id: id,
          customer_group_id: group.id,
          read: has('read'),
          write: has('write'),
          modify_accounts: has('modify accounts'),
          delete: has('delete'),
        }
      }),
    ),
  ),
  table('contacts', ['id'], ({ contacts }) =>
    contacts.map(({ id, group, company, active }) => ({
      id,
      customer_group_id: group,
      company_id: company,
      name: `Contact ${id}`,
      active,
    })),
  ),
  table('accounts', ['contact_id'], (world) =>
    world.accounts.map(({ contact, profile, disabled, locked }) => ({
      contact_id: contact,
      login: `login${contact}`,
      login_normal: `login${contact}`,
      profile_id: profile && profileRow(profile),
      disabled,
      locked_until: locked ? soon(world) : null,
    })),
  ),
  table('sessions', ['id'], (world) =>
    world.sessions.map(({ id, owner, revoked, endsAt }) => ({
      id: sessionRow(id),
      token_hash: createHash('sha256').update(sessionToken(id)).digest('hex'),
      contact_id: owner.kind === 'contact' ? owner.id : null,
      engineer_id: owner.kind === 'engineer' ? owner.id : null,
      expires_at: at(world, endsAt),
      idle_minutes: 60,
      ended_at: revoked ? at(world, world.now - 1) : null,
    })),
  ),
  table('viewings', ['id'], (world) =>
    world.viewings.map(({ id, session, contact, endsAt }) => ({
      id,
      session_id: sessionRow(session),
      engineer_id: world.sessions.find((one) => one.id === session)?.owner.id,
      contact_id: contact,
      reason: canary('reason', id),
      until: at(world, endsAt),
    })),
  ),
  table('tickets', ['id'], ({ tickets }) =>
    tickets.map(({ id, queue, status, mainCustomer }) => ({
      id,
      number: 1000 + id,
      queue_id: queue,
      status_id: status,
      main_contact_id: mainCustomer,
      subject: canary('subject', id),
    })),
  ),
  table('field_values', ['ticket_id', 'field_id'], ({ fieldValues }) =>
    fieldValues.map(({ ticket, field }) => ({
      ticket_id: ticket,
      field_id: field,
      value: canary(`value${ticket}f`, field),
    })),
  ),
  table('participants', ['ticket_id', 'contact_id'], ({ participants }) =>
    participants.map(({ ticket, contact }) => ({ ticket_id: ticket, contact_id: contact })),
  ),
  table('shares', ['id'], (world) =>
    world.shares.map(({ id, ticket, contact, sharer, readOnly, endsAt }) => ({
      id,
      ticket_id: ticket,
      contact_id: contact,
      shared_by_id: sharer,
      read_only: readOnly,
      ...ending(world, id, endsAt),
    })),
  ),
  table('entries', ['id'], ({ entries }) =>
    entries.map(({ id, ticket, kind, textClass, field }) => ({
      id,
      ticket_id: ticket,
      kind: kind === 'mail' ? 'mail_in' : kind,
      text_class_id: textClass,
      author_kind: 'system',
      author_name: 'nobody',
      body: canary('entry', id),
      field_id: field,
      change: kind === 'change' ? {} : null,
    })),
  ),
  table('attachments', ['id'], ({ attachments, entries }) =>
    attachments.map(({ id, entry, textClass }) => ({
      id: attachmentRow(id),
      entry_id: entry,
      ticket_id: entries.find((one) => one.id === entry)?.ticket,
      text_class_id: textClass,
      name: canary('file', id),
      content_type: 'text/plain',
      bytes: 1,
      sha256: '0',
      storage_key: `file ${id}`,
    })),
  ),
]

function table(name: string, key: string[], rows: Table['rows']): Table {
  return { name, key, rows }
}

/** A share is over by its date or because somebody ended it before; half of those that are over are of each kind. */
function ending(world: World, id: Id, endsAt: number | null) {
  const early = endsAt !== null && endsAt <= world.now && id % 2 === 0
  return early ? { until: soon(world), ended_at: at(world, endsAt) } : { until: at(world, endsAt), ended_at: null }
}

function granted(grants: World['roles'][number]['onQueues']): Record<QueueGrant, boolean> {
  const has = (grant: QueueGrant) => grants.some((one) => one.grant === grant)
  return {
    read: has('read'),
    write: has('write'),
    append: has('append'),
    create: has('create'),
    execute: has('execute'),
  }
}

import type { Principal } from './standing.ts'
import { byId, type GlobalGrant, type GroupGrant, type Id, type QueueGrant, type Role, type World } from './world.ts'

/**
 * "grants the union over its roles": whether any role of the principal gives `grant` on the queue; or *manage FAQ*, which is
 * every grant but read on the FAQ queues that an engineer may read.
 */
export function onQueue(world: World, principal: Principal, queue: Id, grant: QueueGrant): boolean {
  const given = rolesOf(world, principal).some((role) =>
    role.onQueues.some((one) => one.queue === queue && one.grant === grant),
  )
  return given || (grant !== 'read' && managesArticles(world, principal, queue))
}

function managesArticles(world: World, principal: Principal, queue: Id): boolean {
  if (principal.kind !== 'engineer' || byId(world.queues, queue)?.kind !== 'faq') return false
  return globally(world, principal, 'manage FAQ') && onQueue(world, principal, queue, 'read')
}

export function onGroup(world: World, principal: Principal, group: Id, grant: GroupGrant): boolean {
  return rolesOf(world, principal).some((role) =>
    role.onGroups.some((one) => one.group === group && one.grant === grant),
  )
}

export function globally(world: World, principal: Principal, grant: GlobalGrant): boolean {
  return rolesOf(world, principal).some((role) => role.globals.includes(grant))
}

/** The Track user permission *access tickets of the own company*. */
export function ownCompany(world: World, principal: Principal): boolean {
  return rolesOf(world, principal).some((role) => role.ownCompany)
}

function rolesOf(world: World, principal: Principal): Role[] {
  const { roles } = principal.kind === 'contact' ? principal.profile : principal.engineer
  return roles.flatMap((id) => byId(world.roles, id) ?? [])
}

import { editsField, mayAdminister, mayComment, mayCreate, mayExecute, mayShare, modifiesAccount } from './actions.ts'
import { engineerSees, visibleAttachments, visibleEntries, visibleFieldValues, visibleTickets } from './visibility.ts'
import { byId, type Viewer, type World } from './world.ts'

/** All that a viewer sees and may do in a world, each as a sentence. */
export function decisions(world: World, viewer: Viewer): Set<string> {
  return new Set([...sights(world, viewer), ...acts(world, viewer)])
}

function* sights(world: World, viewer: Viewer): Generator<string> {
  for (const { id } of visibleTickets(world, viewer)) yield `sees ticket ${id}`
  for (const { id, ticket } of visibleEntries(world, viewer)) yield `sees entry ${id} of ticket ${ticket}`
  for (const { id, entry } of visibleAttachments(world, viewer)) {
    yield `sees attachment ${id} of ticket ${byId(world.entries, entry)?.ticket}`
  }
  for (const { ticket, field } of visibleFieldValues(world, viewer)) yield `sees field ${field} of ticket ${ticket}`
  for (const one of world.companies) if (engineerSees(world, viewer, one)) yield `sees company ${one.id}`
  for (const one of world.contacts) if (engineerSees(world, viewer, one)) yield `sees contact ${one.id}`
}

function* acts(world: World, viewer: Viewer): Generator<string> {
  if (mayAdminister(world, viewer)) yield 'administers'
  for (const one of world.contacts) {
    if (modifiesAccount(world, viewer, one)) yield `modifies the account of contact ${one.id}`
    for (const queue of world.queues) {
      if (mayCreate(world, viewer, queue, one)) yield `creates in queue ${queue.id} for contact ${one.id}`
    }
  }
  for (const ticket of world.tickets) {
    const what = `of ticket ${ticket.id}`
    if (mayComment(world, viewer, ticket)) yield `adds a comment ${what}`
    for (const field of world.fields)
      if (editsField(world, viewer, ticket, field)) yield `edits field ${field.id} ${what}`
    for (const activity of world.activities) {
      if (mayExecute(world, viewer, ticket, activity)) yield `executes activity ${activity.id} ${what}`
    }
    for (const other of world.contacts)
      if (mayShare(world, viewer, ticket, other)) yield `lets contact ${other.id} in on a share ${what}`
  }
}

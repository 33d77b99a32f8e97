import { paths } from '../paths.ts'
import type { Purpose } from './purpose.ts'

/** The page that has the form; a ticket opened for a customer has the customer in its address. */
export function formOf(purpose: Purpose, typed: Record<string, string | string[]>): string {
  switch (purpose.kind) {
    case 'create':
      return paths.newTicket(purpose.queue)
    case 'open':
      return paths.deskPart('tickets', 'new', { contact: String(typed.contact ?? ''), queue: purpose.queue })
    case 'comment':
      return paths.ticket(purpose.number)
    case 'answer':
      return paths.deskTicket(purpose.number)
  }
}

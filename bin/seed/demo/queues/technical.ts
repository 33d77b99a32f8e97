import { both } from '../labels.ts'
import type { ActivityDefinition, StatusDefinition } from './definition.ts'

/** The way of a ticket in the two technical queues. */
export const technicalStatuses: StatusDefinition[] = [
  {
    key: 'new',
    stage: 'fresh',
    kind: 'open',
    labels: both('New', 'Neu'),
    nextStep: both(
      'We have received your ticket. An engineer will read it next.',
      'Ihr Ticket ist eingegangen. Als Nächstes liest es ein Techniker.',
    ),
  },
  {
    key: 'in_progress',
    stage: 'working',
    kind: 'open',
    labels: both('In progress', 'In Bearbeitung'),
    nextStep: both(
      'An engineer is working on it and will write to you here.',
      'Ein Techniker arbeitet daran und meldet sich hier bei Ihnen.',
    ),
  },
  {
    key: 'waiting_for_customer',
    stage: 'asking',
    kind: 'waiting',
    labels: both('Waiting for you', 'Wartet auf Sie'),
    nextStep: both(
      'We need an answer from you before we can go on.',
      'Wir brauchen eine Antwort von Ihnen, bevor es weitergeht.',
    ),
  },
  {
    key: 'solution_proposed',
    stage: 'proposed',
    kind: 'waiting',
    labels: both('Solution proposed', 'Lösung vorgeschlagen'),
    nextStep: both(
      'Please try our solution. Confirm it, or tell us what is still wrong.',
      'Bitte probieren Sie unsere Lösung aus. Bestätigen Sie sie, oder schreiben Sie uns, was noch fehlt.',
    ),
  },
  {
    key: 'closed',
    stage: 'done',
    kind: 'closed',
    labels: both('Closed', 'Geschlossen'),
    nextStep: both(
      'This ticket is finished. You can reopen it if the problem comes back.',
      'Dieses Ticket ist abgeschlossen. Sie können es wieder öffnen, wenn das Problem erneut auftritt.',
    ),
    acceptsComments: false,
  },
]

const open = ['new', 'in_progress', 'waiting_for_customer', 'solution_proposed']

export const technicalActivities: ActivityDefinition[] = [
  { key: 'take', labels: both('Take over', 'Übernehmen'), from: ['new'], to: 'in_progress' },
  {
    key: 'ask_customer',
    labels: both('Ask the customer', 'Rückfrage stellen'),
    from: ['new', 'in_progress'],
    to: 'waiting_for_customer',
    asksComment: true,
  },
  {
    key: 'propose_solution',
    labels: both('Propose a solution', 'Lösung vorschlagen'),
    from: ['new', 'in_progress', 'waiting_for_customer'],
    to: 'solution_proposed',
    asksComment: true,
    formFields: ['root_cause'],
  },
  {
    key: 'confirm_solution',
    labels: both('Confirm the solution', 'Lösung bestätigen'),
    from: ['solution_proposed'],
    to: 'closed',
    customersMayExecute: true,
  },
  {
    key: 'close',
    labels: both('Close ticket', 'Ticket schließen'),
    from: open,
    to: 'closed',
    customersMayExecute: true,
    asksComment: true,
  },
  {
    key: 'reopen',
    labels: both('Reopen ticket', 'Ticket wieder öffnen'),
    from: ['closed'],
    to: 'in_progress',
    customersMayExecute: true,
    asksComment: true,
  },
]

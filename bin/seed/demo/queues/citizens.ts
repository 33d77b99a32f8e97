import { both } from '../labels.ts'
import { anyOf, daysLater, option, type QueueDefinition, weekdays } from './definition.ts'

const matter = both('Your matter', 'Ihr Anliegen')
const place = both('Where', 'Wo')
const event = both('Your event', 'Ihre Veranstaltung')
const inHouse = both('In house', 'Intern')
const onEvent = { field: 'subject_area', values: ['event', 'hall'] }

export const citizens: QueueDefinition<'Citizens'> = {
  key: 'Citizens',
  labels: both('City services', 'Bürgerservice'),
  descriptions: both(
    'Report damage, ask for a permit, book a hall or an appointment',
    'Mängel melden, Genehmigung beantragen, Halle oder Termin buchen',
  ),
  icon: 'building',
  answerMinutes: 2880,
  serviceHours: weekdays(8, 16),
  statuses: [
    {
      key: 'received',
      stage: 'fresh',
      kind: 'open',
      labels: both('Received', 'Eingegangen'),
      nextStep: both(
        'Your matter was received and will be passed to the office in charge.',
        'Ihr Anliegen ist eingegangen und wird dem zuständigen Amt zugeleitet.',
      ),
    },
    {
      key: 'in_review',
      stage: 'working',
      kind: 'open',
      labels: both('Being dealt with', 'In Bearbeitung'),
      nextStep: both(
        'The office in charge is dealing with your matter.',
        'Das zuständige Amt bearbeitet Ihr Anliegen.',
      ),
    },
    {
      key: 'question',
      stage: 'asking',
      kind: 'waiting',
      labels: both('Question to you', 'Rückfrage an Sie'),
      nextStep: both(
        'Please answer the question below so that we can go on.',
        'Bitte beantworten Sie die Rückfrage unten, damit es weitergeht.',
      ),
    },
    {
      key: 'decided',
      stage: 'proposed',
      kind: 'waiting',
      labels: both('Decided', 'Entschieden'),
      nextStep: both(
        'You find the decision below. You may reply until the matter is closed.',
        'Die Entscheidung finden Sie unten. Bis zum Abschluss können Sie antworten.',
      ),
    },
    {
      key: 'done',
      stage: 'done',
      kind: 'closed',
      labels: both('Done', 'Erledigt'),
      acceptsComments: false,
      nextStep: both(
        'This matter is done. Thank you for your help.',
        'Dieses Anliegen ist erledigt. Vielen Dank für Ihre Mithilfe.',
      ),
    },
  ],
  activities: [
    {
      key: 'forward',
      labels: both('Pass to the office in charge', 'An das zuständige Amt geben'),
      from: ['received'],
      to: 'in_review',
      formFields: ['office'],
    },
    {
      key: 'ask',
      labels: both('Ask the resident', 'Rückfrage stellen'),
      from: ['received', 'in_review'],
      to: 'question',
      asksComment: true,
    },
    {
      key: 'decide',
      labels: both('Decide', 'Entscheiden'),
      from: ['received', 'in_review', 'question'],
      to: 'decided',
      asksComment: true,
    },
    {
      key: 'confirm_solution',
      labels: both('Matter is settled', 'Anliegen ist geklärt'),
      from: ['decided'],
      to: 'done',
      customersMayExecute: true,
    },
    {
      key: 'close',
      labels: both('Withdraw', 'Zurückziehen'),
      from: ['received', 'in_review', 'question', 'decided'],
      to: 'done',
      customersMayExecute: true,
      asksComment: true,
    },
    {
      key: 'reopen',
      labels: both('Reopen', 'Wieder öffnen'),
      from: ['done'],
      to: 'in_review',
      customersMayExecute: true,
      asksComment: true,
    },
  ],
  fields: [
    {
      key: 'subject_area',
      type: 'list',
      exposure: 'full',
      required: true,
      section: matter,
      labels: both('What is it about?', 'Worum geht es?'),
      options: [
        option('street', 'Streets, paths and lighting', 'Straßen, Wege und Beleuchtung'),
        option('waste', 'Waste and cleanliness', 'Abfall und Sauberkeit'),
        option('green', 'Trees and parks', 'Bäume und Grünanlagen'),
        option('registry', 'Registration and identity papers', 'Meldewesen und Ausweise'),
        option('event', 'Event in a public place', 'Veranstaltung im öffentlichen Raum'),
        option('hall', 'Sports halls and rooms', 'Sporthallen und Räume'),
        option('grant', 'Grants for clubs', 'Vereinsförderung'),
        option('other', 'Something else', 'Etwas anderes'),
      ],
    },
    {
      key: 'place',
      type: 'text',
      exposure: 'full',
      section: place,
      labels: both('Street and number, or place', 'Straße und Hausnummer oder Ort'),
      condition: { field: 'subject_area', values: ['street', 'waste', 'green', 'event'] },
      sample: anyOf(
        'Lindenallee 14',
        'Marktplatz, Nordseite',
        'Am Alten Güterbahnhof 3',
        'Uferweg, Höhe Bootshaus',
        'Schillerstraße / Ecke Gartenweg',
      ),
    },
    {
      key: 'danger',
      type: 'boolean',
      exposure: 'full',
      section: place,
      labels: both('Somebody might be hurt', 'Es besteht Verletzungsgefahr'),
      condition: { field: 'subject_area', values: ['street', 'green'] },
      sample: anyOf(true, false, false, false),
    },
    {
      key: 'event_on',
      type: 'date',
      exposure: 'full',
      section: event,
      condition: onEvent,
      labels: both('Day', 'Tag'),
      sample: daysLater(20, 120),
    },
    {
      key: 'people',
      type: 'number',
      exposure: 'full',
      section: event,
      condition: onEvent,
      labels: both('Expected number of people', 'Erwartete Personenzahl'),
      sample: (random) => random.between(2, 40) * 10,
    },
    {
      key: 'office',
      type: 'list',
      exposure: 'read',
      section: inHouse,
      labels: both('Office in charge', 'Zuständiges Amt'),
      options: [
        option('works', 'Public works', 'Tiefbauamt'),
        option('green', 'Parks department', 'Grünflächenamt'),
        option('order', 'Public order office', 'Ordnungsamt'),
        option('registry', 'Registration office', 'Einwohnermeldeamt'),
        option('sports', 'Schools and sports', 'Schul- und Sportamt'),
      ],
    },
    {
      key: 'file_number',
      type: 'text',
      exposure: 'read',
      section: inHouse,
      labels: both('File number', 'Aktenzeichen'),
      sample: (random, day) => `32.${random.between(1, 9)}-${random.between(100, 999)}/${day.getFullYear()}`,
    },
    {
      key: 'remark',
      type: 'long_text',
      exposure: 'none',
      section: inHouse,
      labels: both('Remark for the file', 'Vermerk für die Akte'),
      sample: anyOf('Wiederholte Meldung', 'Ortstermin notwendig', 'Haushaltsmittel prüfen'),
    },
  ],
}

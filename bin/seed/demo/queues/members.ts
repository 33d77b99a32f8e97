import { both } from '../labels.ts'
import { anyOf, daysLater, numbered, option, type QueueDefinition, weekdays } from './definition.ts'

const concern = both('Your concern', 'Ihr Anliegen')
const details = both('Details', 'Einzelheiten')
const inHouse = both('In house', 'Intern')
const invoice = { field: 'topic', values: ['reimbursement', 'dental'] }

export const members: QueueDefinition<'Members'> = {
  key: 'Members',
  labels: both('Health insurance', 'Krankenversicherung'),
  descriptions: both(
    'Hand in invoices and certificates, ask about benefits and contributions',
    'Rechnungen und Bescheinigungen einreichen, nach Leistungen und Beiträgen fragen',
  ),
  icon: 'user',
  answerMinutes: 1440,
  serviceHours: weekdays(8, 18),
  statuses: [
    {
      key: 'received',
      stage: 'fresh',
      kind: 'open',
      labels: both('Received', 'Eingegangen'),
      nextStep: both(
        'We have your message and will look at it within two working days.',
        'Ihre Nachricht ist da. Wir sehen sie uns innerhalb von zwei Arbeitstagen an.',
      ),
    },
    {
      key: 'in_review',
      stage: 'working',
      kind: 'open',
      labels: both('Being checked', 'In Prüfung'),
      nextStep: both('Your adviser is checking your request.', 'Ihre Beraterin oder Ihr Berater prüft Ihr Anliegen.'),
    },
    {
      key: 'documents_missing',
      stage: 'asking',
      kind: 'waiting',
      labels: both('Documents missing', 'Unterlagen fehlen'),
      nextStep: both(
        'Please add the missing documents here. A photo is enough.',
        'Bitte fügen Sie die fehlenden Unterlagen hier hinzu. Ein Foto genügt.',
      ),
    },
    {
      key: 'answered',
      stage: 'proposed',
      kind: 'waiting',
      labels: both('Answered', 'Beantwortet'),
      nextStep: both(
        'Is everything answered? If not, simply write to us here.',
        'Ist alles beantwortet? Wenn nicht, schreiben Sie uns einfach hier.',
      ),
    },
    {
      key: 'finished',
      stage: 'done',
      kind: 'closed',
      labels: both('Finished', 'Erledigt'),
      nextStep: both('Your request is finished.', 'Ihr Anliegen ist erledigt.'),
    },
  ],
  activities: [
    { key: 'review', labels: both('Start checking', 'Prüfung beginnen'), from: ['received'], to: 'in_review' },
    {
      key: 'request_documents',
      labels: both('Ask for documents', 'Unterlagen anfordern'),
      from: ['received', 'in_review'],
      to: 'documents_missing',
      asksComment: true,
    },
    {
      key: 'answer',
      labels: both('Answer', 'Beantworten'),
      from: ['received', 'in_review', 'documents_missing'],
      to: 'answered',
      asksComment: true,
    },
    {
      key: 'confirm_solution',
      labels: both('Everything is answered', 'Alles ist beantwortet'),
      from: ['answered'],
      to: 'finished',
      customersMayExecute: true,
    },
    {
      key: 'close',
      labels: both('Withdraw request', 'Anliegen zurückziehen'),
      from: ['received', 'in_review', 'documents_missing', 'answered'],
      to: 'finished',
      customersMayExecute: true,
      asksComment: true,
    },
    {
      key: 'reopen',
      labels: both('Ask again', 'Noch einmal nachfragen'),
      from: ['finished'],
      to: 'in_review',
      customersMayExecute: true,
      asksComment: true,
    },
  ],
  fields: [
    {
      key: 'topic',
      type: 'list',
      exposure: 'full',
      required: true,
      section: concern,
      labels: both('What is it about?', 'Worum geht es?'),
      options: [
        option('reimbursement', 'Reimbursement', 'Erstattung'),
        option('dental', 'Dental treatment', 'Zahnbehandlung'),
        option('sick_leave', 'Sick leave and sick pay', 'Krankmeldung und Krankengeld'),
        option('contribution', 'Contributions', 'Beiträge'),
        option('family', 'Family insurance', 'Familienversicherung'),
        option('card', 'Health card', 'Gesundheitskarte'),
        option('billing', 'Billing of a practice or clinic', 'Abrechnung von Praxis oder Klinik'),
        option('other', 'Something else', 'Etwas anderes'),
      ],
    },
    {
      key: 'insurance_number',
      type: 'text',
      exposure: 'full',
      section: concern,
      labels: both('Insurance number', 'Versichertennummer'),
      help: both(
        'On your health card, one letter and nine digits',
        'Auf Ihrer Gesundheitskarte, ein Buchstabe und neun Ziffern',
      ),
      sample: numbered('T#########'),
    },
    {
      key: 'invoice_date',
      type: 'date',
      exposure: 'full',
      section: details,
      condition: invoice,
      labels: both('Date of the invoice', 'Datum der Rechnung'),
      sample: daysLater(-40, -3),
    },
    {
      key: 'amount',
      type: 'number',
      exposure: 'full',
      section: details,
      condition: invoice,
      labels: both('Amount in euro', 'Betrag in Euro'),
      sample: (random) => random.between(1800, 92_000) / 100,
    },
    {
      key: 'reachable',
      type: 'multi_list',
      exposure: 'full',
      section: details,
      labels: both('When may we call you?', 'Wann dürfen wir Sie anrufen?'),
      options: [
        option('morning', 'In the morning', 'Vormittags'),
        option('afternoon', 'In the afternoon', 'Nachmittags'),
        option('never', 'Please write only', 'Bitte nur schreiben'),
      ],
      sample: anyOf(['morning'], ['morning', 'afternoon'], ['never']),
    },
    {
      key: 'decision',
      type: 'list',
      exposure: 'read',
      section: inHouse,
      labels: both('Decision', 'Entscheidung'),
      options: [
        option('approved', 'Approved', 'Bewilligt'),
        option('partly', 'Partly approved', 'Teilweise bewilligt'),
        option('declined', 'Declined', 'Abgelehnt'),
      ],
      sample: anyOf('approved', 'approved', 'partly'),
    },
    {
      key: 'risk_note',
      type: 'long_text',
      exposure: 'none',
      section: inHouse,
      labels: both('Note for the medical service', 'Hinweis für den Medizinischen Dienst'),
      sample: anyOf('Keine Vorprüfung nötig', 'Vorjahr vergleichen', 'Gutachten liegt vor'),
    },
  ],
}

import { both } from '../labels.ts'
import { anyOf, daysLater, numbered, option, type QueueDefinition, weekdays } from './definition.ts'

const order = both('Your order', 'Ihre Bestellung')
const delivery = both('Delivery', 'Lieferung')

export const sales: QueueDefinition<'Sales'> = {
  key: 'Sales',
  labels: both('Sales and spare parts', 'Vertrieb und Ersatzteile'),
  descriptions: both(
    'Ask for a quotation, order spare parts, change a contract',
    'Angebot anfragen, Ersatzteile bestellen, Vertrag ändern',
  ),
  icon: 'sheet',
  answerMinutes: 480,
  serviceHours: weekdays(8, 17),
  statuses: [
    {
      key: 'new',
      stage: 'fresh',
      kind: 'open',
      labels: both('New', 'Neu'),
      nextStep: both(
        'Your enquiry has arrived. We will send a quotation or a question.',
        'Ihre Anfrage ist da. Sie erhalten ein Angebot oder eine Rückfrage.',
      ),
    },
    {
      key: 'quoting',
      stage: 'working',
      kind: 'open',
      labels: both('Quotation in preparation', 'Angebot in Arbeit'),
      nextStep: both(
        'We are calculating and will send you the quotation here.',
        'Wir kalkulieren und senden Ihnen das Angebot hier.',
      ),
    },
    {
      key: 'clarifying',
      stage: 'asking',
      kind: 'waiting',
      labels: both('Waiting for your details', 'Wartet auf Ihre Angaben'),
      nextStep: both(
        'We need some details from you for the quotation.',
        'Für das Angebot fehlen uns noch Angaben von Ihnen.',
      ),
    },
    {
      key: 'offer_sent',
      stage: 'proposed',
      kind: 'waiting',
      labels: both('Quotation sent', 'Angebot versendet'),
      nextStep: both(
        'Please accept the quotation or tell us what to change.',
        'Bitte nehmen Sie das Angebot an, oder schreiben Sie uns, was wir ändern sollen.',
      ),
    },
    {
      key: 'completed',
      stage: 'done',
      kind: 'closed',
      labels: both('Completed', 'Abgeschlossen'),
      acceptsComments: false,
      nextStep: both(
        'Nothing more to do. Create a new ticket for your next enquiry.',
        'Hier ist alles erledigt. Für Ihre nächste Anfrage erstellen Sie bitte ein neues Ticket.',
      ),
    },
    {
      key: 'withdrawn',
      stage: 'done',
      kind: 'closed',
      labels: both('Withdrawn', 'Zurückgezogen'),
      acceptsComments: false,
    },
  ],
  activities: [
    { key: 'take', labels: both('Take over', 'Übernehmen'), from: ['new'], to: 'quoting' },
    {
      key: 'send_offer',
      labels: both('Send quotation', 'Angebot versenden'),
      from: ['new', 'quoting', 'clarifying'],
      to: 'offer_sent',
      asksComment: true,
      formFields: ['net_value'],
    },
    {
      key: 'accept_offer',
      labels: both('Accept quotation', 'Angebot annehmen'),
      from: ['offer_sent'],
      to: 'completed',
      customersMayExecute: true,
      formFields: ['order_number'],
    },
    {
      key: 'withdraw',
      labels: both('Withdraw enquiry', 'Anfrage zurückziehen'),
      from: ['new', 'quoting', 'clarifying', 'offer_sent'],
      to: 'withdrawn',
      customersMayExecute: true,
      asksComment: true,
    },
  ],
  fields: [
    {
      key: 'order_kind',
      type: 'list',
      exposure: 'full',
      required: true,
      section: order,
      labels: both('What do you need?', 'Was benötigen Sie?'),
      options: [
        option('spare_parts', 'Spare parts', 'Ersatzteile'),
        option('new_pump', 'A new pump or set', 'Eine neue Pumpe oder Anlage'),
        option('contract', 'A service contract', 'Einen Servicevertrag'),
      ],
    },
    {
      key: 'article',
      type: 'text',
      exposure: 'full',
      section: order,
      labels: both('Article or type', 'Artikel oder Typ'),
      condition: { field: 'order_kind', values: ['spare_parts', 'new_pump'] },
      sample: numbered('HF-ET-7##-##'),
    },
    {
      key: 'quantity',
      type: 'number',
      exposure: 'full',
      section: order,
      labels: both('Quantity', 'Menge'),
      condition: { field: 'order_kind', values: ['spare_parts', 'new_pump'] },
      sample: (random) => random.between(1, 12),
    },
    {
      key: 'order_number',
      type: 'text',
      exposure: 'full',
      section: order,
      labels: both('Your order number', 'Ihre Bestellnummer'),
      sample: numbered('PO-45####'),
    },
    {
      key: 'wanted_on',
      type: 'date',
      exposure: 'full',
      section: delivery,
      labels: both('Wanted by', 'Gewünscht bis'),
      sample: daysLater(7, 60),
    },
    {
      key: 'express',
      type: 'boolean',
      exposure: 'full',
      section: delivery,
      labels: both('Express delivery', 'Expresslieferung'),
      initial: false,
      sample: anyOf(true, false, false),
    },
    {
      key: 'invoice_email',
      type: 'email',
      exposure: 'full',
      section: delivery,
      labels: both('E-mail for the invoice', 'E-Mail für die Rechnung'),
      sample: anyOf('invoices@customer.example', 'rechnung@kunde.example'),
    },
    {
      key: 'net_value',
      type: 'number',
      exposure: 'read',
      labels: both('Net value in euro', 'Nettowert in Euro'),
      sample: (random) => random.between(80, 42_000),
    },
    {
      key: 'discount',
      type: 'number',
      exposure: 'none',
      labels: both('Discount in percent', 'Rabatt in Prozent'),
      sample: anyOf(0, 3, 5, 7.5, 12),
    },
  ],
}

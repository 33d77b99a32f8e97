import type { Labels } from '#lib/db/schema/columns.ts'
import { both } from '../labels.ts'
import { option, type QueueDefinition } from './definition.ts'

const faqQueue = <Key extends string>(key: Key, labels: Labels, descriptions: Labels): QueueDefinition<Key> => ({
  key,
  kind: 'faq',
  labels,
  descriptions,
  icon: 'question',
  statuses: [
    { key: 'draft', stage: 'working', kind: 'waiting', labels: both('Draft', 'Entwurf'), acceptsComments: false },
    {
      key: 'published',
      stage: 'fresh',
      kind: 'open',
      labels: both('Published', 'Veröffentlicht'),
      acceptsComments: false,
    },
    { key: 'archived', stage: 'done', kind: 'closed', labels: both('Archived', 'Archiviert'), acceptsComments: false },
  ],
  activities: [
    { key: 'publish', labels: both('Publish', 'Veröffentlichen'), from: ['draft', 'archived'], to: 'published' },
    { key: 'archive', labels: both('Archive', 'Archivieren'), from: ['draft', 'published'], to: 'archived' },
  ],
  fields: [
    {
      key: 'language',
      type: 'list',
      exposure: 'read',
      required: true,
      labels: both('Language', 'Sprache'),
      options: [option('en', 'English', 'Englisch'), option('de', 'German', 'Deutsch')],
    },
    { key: 'review_on', type: 'date', exposure: 'none', labels: both('Review on', 'Prüfen am') },
  ],
})

export const productFaq = faqQueue(
  'FAQ',
  both('Questions and answers', 'Fragen und Antworten'),
  both(
    'What others asked about pumps, controllers and deliveries',
    'Was andere zu Pumpen, Steuerungen und Lieferungen gefragt haben',
  ),
)
export const memberFaq = faqQueue(
  'FAQ_Members',
  both('Questions and answers on insurance', 'Fragen und Antworten zur Versicherung'),
  both('Benefits, contributions and papers, in short', 'Leistungen, Beiträge und Unterlagen, kurz erklärt'),
)
export const citizenFaq = faqQueue(
  'FAQ_Citizens',
  both('Questions and answers on city services', 'Fragen und Antworten zum Bürgerservice'),
  both('Opening hours, fees and what to bring', 'Öffnungszeiten, Gebühren und was Sie mitbringen'),
)

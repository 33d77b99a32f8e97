import { adminPageFor, type Row } from '../row.ts'
import { engineers, people, tickets } from '../town.ts'

/** Who asks what: a contact and an engineer by number, by name, several of a name, nobody; tickets known and unknown. */
const about = (person: string, ticket: number, item = '') =>
  `?person=${person}&ticket=${1000 + ticket}${item && `&item=${item}`}`

const questions = [
  '',
  '?q=Contact',
  '?q=Nobody',
  '?person=contact-1&ticket=x',
  ...[people.customer, people.lead, people.sharee, people.formerSharee, people.noProfile, people.portalOff].map((id) =>
    about(`contact-${id}`, tickets.own),
  ),
  ...[engineers.desk, engineers.blindToGroup, 99].map((id) => about(`engineer-${id}`, tickets.patients)),
  ...[tickets.faq, tickets.nobodys, tickets.unknown].map((id) => about(`contact-${people.customer}`, id)),
  about('contact-1', tickets.own, `entry-${tickets.own * 10 + 1}`),
  about('contact-1', tickets.own, `entry-${tickets.strangers * 10}`),
]

/** The explainer names what decides, and of a ticket that its reader may not see no text at all. */
export const explainRows: readonly Row[] = [
  {
    target: 'GET /admin/explain',
    cases: (place) =>
      questions.map((question) =>
        adminPageFor(place, `/admin/explain${question}`, () => ({
          kind: 'shown',
          shows: { kinds: ['subject', 'entry', 'file', 'value'], all: [] },
        })),
      ),
  },
]

import type { World } from '#e2e/access/oracle/world.ts'
import { adminPageFor, type Row } from '../row.ts'
import { tickets } from '../town.ts'

/** Who asks what: a contact and an engineer by number, by name, several of a name, nobody; tickets known and unknown. */
const questions = ({ contacts, engineers }: World) => [
  '',
  '?q=Contact',
  '?q=Nobody',
  ...[
    ...contacts.map(({ id }) => `contact-${id}`),
    ...engineers.map(({ id }) => `engineer-${id}`),
    'contact-999',
  ].flatMap((person) =>
    [tickets.own, tickets.faq, tickets.unknown].map((id) => `?person=${person}&ticket=${1000 + id}`),
  ),
  `?person=contact-1&ticket=${1000 + tickets.own}&item=entry-${tickets.own * 10 + 1}`,
  `?person=contact-1&ticket=${1000 + tickets.own}&item=entry-${tickets.strangers * 10}`,
  '?person=contact-1&ticket=x',
]

/** The explainer names what decides, and of a ticket that its reader may not see no text at all. */
export const explainRows: readonly Row[] = [
  {
    target: 'GET /admin/explain',
    cases: (place) =>
      questions(place.world).map((question) =>
        adminPageFor(place, `/admin/explain${question}`, () => ({
          kind: 'shown',
          shows: { kinds: ['subject', 'entry', 'file', 'value'], all: [] },
        })),
      ),
  },
]

import { type Person, peopleOf } from './person.ts'

const person = peopleOf('havelia', 'cmtrack_members')
const member = 'Mitglied'

/** The profile is fixed for the whole group; members belong to no company, partners do. */
export const haveliaPeople: Person[] = [
  person('Miriam Vogel', 'de', member, { weight: 16 }),
  person('Tobias Krämer', 'de', member, { weight: 6 }),
  person('Hannelore Fritz', 'de', member, { weight: 5 }),
  person('Nguyễn Thị Lan', 'de', member, { weight: 4 }),
  person('Emre Aydın', 'de', member, { weight: 4 }),
  person('Ulrike Freifrau von und zu Hohenstein-Wartenberg', 'de', member, { login: 'ulrike.hohenstein', weight: 3 }),
  person('Rachel Goldberg', 'en', 'Member', { weight: 7 }),
  person('Dmitri Sokolow', 'de', member, { weight: 3 }),
  person('Anneliese Baumgärtner', 'de', member, { weight: 3 }),
  person('Kwame Boateng', 'en', 'Member', { weight: 4 }),
  person('Dr. Selin Ünal', 'de', 'Ärztin', { company: 'praxis-uenal', login: 'selin.uenal', weight: 5 }),
  person('Dr. Martin Weiß', 'de', 'Arzt', { company: 'praxis-uenal', login: 'martin.weiss', weight: 3 }),
  person('Sandra Köhler', 'de', 'Praxisleitung', { company: 'praxis-uenal', weight: 5 }),
  person('Jens Rohde', 'de', 'Patientenabrechnung', { company: 'oberhavel', weight: 6 }),
  person('Claudia Preuß', 'de', 'Leitung Erlösmanagement', { company: 'oberhavel', ldapId: 'cpreuss', weight: 3 }),
  person('Marek Zieliński', 'de', 'Sozialdienst', { company: 'oberhavel', weight: 3 }),
  person('Renée D’Angelo', 'de', 'Inhaberin', { company: 'kruemel', weight: 4 }),
  person('Paul Lehmann', 'de', 'Lohnbuchhaltung', { company: 'kruemel', weight: 3 }),
]

import { type Person, peopleOf } from './person.ts'

const person = peopleOf('lindenau', 'cmtrack_residents')
const board = 'cmtrack_clubs'
const resident = 'Einwohner'

export const lindenauPeople: Person[] = [
  person('Jonas Weber', 'de', resident, { weight: 16 }),
  person('Gisela Hoppe', 'de', resident, { weight: 6 }),
  person('Andrzej Nowak', 'de', resident, { weight: 4 }),
  person('Sabine Fuchs-Oberländer', 'de', resident, { weight: 4 }),
  person('Emily Carter', 'en', 'Resident', { weight: 8 }),
  person('Carlos Hernández', 'en', 'Resident', { weight: 5 }),
  person('Leyla Öztürk', 'de', resident, { weight: 4 }),
  person('Friedrich Zacharias', 'de', resident, { weight: 3 }),
  person('Birgit Sommer', 'de', '1. Vorsitzende', { company: 'tsv', profile: board, weight: 8 }),
  person('Thomas Linke', 'de', 'Jugendwart', { company: 'tsv', weight: 5 }),
  person('Mareike Dahl', 'de', 'Hallenwartin', { company: 'tsv', weight: 4 }),
  person('Uwe Kasperczyk', 'de', 'Kassenwart', { company: 'tsv', weight: 3 }),
  person('Horst Wendland', 'de', 'Vorsitzender', { company: 'abendsonne', profile: board, weight: 5 }),
  person('Rosemarie Ziegler', 'de', 'Gartenfachberaterin', { company: 'abendsonne', weight: 3 }),
  person('Ilse Paschke', 'de', 'Schriftführerin', { company: 'abendsonne', weight: 2 }),
  person('Dr. Henriette Blum', 'de', 'Vorsitzende', {
    company: 'bibliothek',
    login: 'henriette.blum',
    profile: board,
    weight: 4,
  }),
  person('Matteo Ricci', 'en', 'Treasurer', { company: 'bibliothek', weight: 3 }),
]

const colleague = peopleOf('internal')

/** The group has no portal and gives no accounts: its people are main customers of tickets that engineers write. */
export const internalPeople: Person[] = [
  colleague('Werkstatt Halle 3', 'de', 'Werkstatt', { weight: 0 }),
  colleague('Facility Management', 'en', 'Building services', { weight: 0 }),
]

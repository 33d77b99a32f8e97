import { type Person, peopleOf, withoutProfile } from './person.ts'

const person = peopleOf('hartmann', 'cmtrack_basiccustomers')
const sees = 'cmtrack_companyview'

export const hartmannPeople: Person[] = [
  person('Lena Brandt', 'de', 'Leiterin Instandhaltung', { company: 'schoettler', weight: 20 }),
  person('Jürgen Schöttler', 'de', 'Geschäftsführer', { company: 'schoettler', profile: sees, weight: 5 }),
  person('Ayşe Demir', 'de', 'Einkauf', { company: 'schoettler', profile: sees, weight: 6 }),
  person('Karl-Heinz von der Wiese', 'de', 'Schichtführer', { company: 'schoettler', weight: 6 }),
  person('Bartłomiej Wójcik', 'de', 'Elektriker', { company: 'schoettler' }),
  person('Thea Sörensen-Großmann', 'de', 'Qualitätssicherung', {
    company: 'schoettler',
    mustChangePassword: true,
    weight: 1,
  }),
  person('Eva de Groot', 'en', 'Plant engineer', { company: 'ac', weight: 8 }),
  person('Sjoerd van Dijk', 'en', 'Reliability engineer', { company: 'ac', weight: 5 }),
  person('Noor Hassan', 'en', 'Procurement', { company: 'ac', profile: sees, weight: 4 }),
  person('Tom Whitfield', 'en', 'Site manager', { company: 'acme', profile: sees, weight: 14 }),
  person('Grace Adeyemi', 'en', 'Process engineer', { company: 'acme', weight: 10 }),
  person("Siobhán O'Neill", 'en', 'Maintenance planner', { company: 'acme', weight: 7 }),
  person('Ravi Subramaniam', 'en', 'Automation', { company: 'acme', weight: 6 }),
  withoutProfile(person('Philippa Hartington-Featherstonehaugh', 'en', 'Trainee', { company: 'acme', weight: 0 })),
  person('Oke Petersen', 'de', 'Einsatzleitung Offshore', { company: 'nordsee', weight: 9 }),
  person('Wiebke Janßen', 'de', 'Materialdisposition', { company: 'nordsee', profile: sees, weight: 6 }),
  person('Hauke Thomsen', 'de', 'Techniker Plattform Borkum', { company: 'nordsee', weight: 6 }),
  person('Fenja Carstens', 'de', 'Leitstand', { company: 'nordsee', disabled: true, weight: 2 }),
  person("Maeve O'Brien", 'en', 'Managing director', { company: 'obrien', profile: sees, weight: 5 }),
  person('Declan Murphy', 'en', 'Engineering', { company: 'obrien', weight: 8 }),
  person('Niamh Kavanagh', 'en', 'Quality', { company: 'obrien', weight: 4 }),
  person('أحمد المنصوري', 'en', 'Operations manager', {
    company: 'khalij',
    login: 'ahmed.almansoori',
    profile: sees,
    weight: 8,
  }),
  person('Fatima Al Zaabi', 'en', 'Desalination engineer', { company: 'khalij', weight: 6 }),
  person('George Mathew', 'en', 'Maintenance supervisor', { company: 'khalij', weight: 6 }),
  person('Stefan Kühn', 'de', 'Freier Sachverständiger', { weight: 2 }),
]

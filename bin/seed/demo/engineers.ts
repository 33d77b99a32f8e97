import type { Locale } from './labels.ts'
import type { QueueKey } from './queues/index.ts'
import type { RoleName } from './roles.ts'

type Engineer = { login: string; name: string; locale: Locale; roles: RoleName[]; works: QueueKey[] }

/** Who works the queues; two of the eight administer. */
export const demoEngineers: Engineer[] = [
  {
    login: 'katrin.berger',
    name: 'Katrin Berger',
    locale: 'de',
    roles: ['IndustryEngineer', 'FaqEditor'],
    works: ['ServiceDesk', 'Helpdesk_2nd_Level'],
  },
  {
    login: 'daniel.okafor',
    name: 'Daniel Okafor',
    locale: 'en',
    roles: ['IndustryEngineer'],
    works: ['ServiceDesk', 'Helpdesk_2nd_Level'],
  },
  {
    login: 'mehmet.yildiz',
    name: 'Mehmet Yıldız',
    locale: 'de',
    roles: ['IndustryEngineer'],
    works: ['Helpdesk_2nd_Level', 'ServiceDesk'],
  },
  { login: 'ines.caldeira', name: 'Inês Caldeira', locale: 'en', roles: ['SalesEngineer'], works: ['Sales'] },
  {
    login: 'sophie.lang',
    name: 'Sophie Lang',
    locale: 'de',
    roles: ['MemberAdviser', 'FaqEditor'],
    works: ['Members'],
  },
  {
    login: 'henrik.moller',
    name: 'Henrik Møller',
    locale: 'de',
    roles: ['MemberAdviser', 'Administrator'],
    works: ['Members'],
  },
  { login: 'petra.noack', name: 'Petra Noack', locale: 'de', roles: ['CityClerk', 'FaqEditor'], works: ['Citizens'] },
  {
    login: 'robert.stein',
    name: 'Robert Stein',
    locale: 'en',
    roles: ['Administrator', 'IndustryEngineer', 'SalesEngineer', 'MemberAdviser', 'CityClerk', 'FaqEditor'],
    works: ['Citizens', 'Sales'],
  },
]

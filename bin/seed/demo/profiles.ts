import type { QueueKey } from './queues/index.ts'
import type { RoleName } from './roles.ts'

type Profile = { login: string; name: string; roles: RoleName[]; creates: QueueKey[] }

/** The bundles of permissions that contacts share. A profile never signs in. */
export const demoProfiles = [
  {
    login: 'cmtrack_basiccustomers',
    name: 'Basic customers',
    roles: ['TrackAll', 'TrackSelfService', 'TrackFaq'],
    creates: ['ServiceDesk', 'Helpdesk_2nd_Level'],
  },
  {
    login: 'cmtrack_companyview',
    name: 'Customers who see their company and buy',
    roles: ['TrackAll', 'TrackSelfService', 'TrackSales', 'TrackOwnCompany', 'TrackFaq'],
    creates: ['ServiceDesk', 'Helpdesk_2nd_Level', 'Sales'],
  },
  { login: 'cmtrack_members', name: 'Members and partners', roles: ['TrackMembers'], creates: ['Members'] },
  { login: 'cmtrack_residents', name: 'Residents', roles: ['TrackResidents'], creates: ['Citizens'] },
  {
    login: 'cmtrack_clubs',
    name: 'Boards of clubs',
    roles: ['TrackResidents', 'TrackOwnCompany'],
    creates: ['Citizens'],
  },
] as const satisfies Profile[]

export type ProfileLogin = (typeof demoProfiles)[number]['login']

/** The queues in which contacts of the profile write tickets. */
export const queuesOf = (login: ProfileLogin): readonly QueueKey[] =>
  demoProfiles.find((profile) => profile.login === login)?.creates ?? []

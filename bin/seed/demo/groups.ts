import { both } from './labels.ts'

/** The three houses whose customers use the portal, and colleagues who have none. */
export const demoGroups = [
  {
    key: 'hartmann',
    labels: both('Customers of Hartmann Fluidtechnik', 'Kunden der Hartmann Fluidtechnik'),
    portalEnabled: true,
    accountAssignment: 'manual',
    theme: 'hartmann',
  },
  {
    key: 'havelia',
    labels: both('Members and partners of Havelia', 'Versicherte und Partner der Havelia'),
    portalEnabled: true,
    accountAssignment: 'fixed',
    fixedProfile: 'cmtrack_members',
    theme: 'havelia',
  },
  {
    key: 'lindenau',
    labels: both('Residents and clubs of Lindenau', 'Einwohnerschaft und Vereine von Lindenau'),
    portalEnabled: true,
    accountAssignment: 'manual',
    theme: 'lindenau',
  },
  {
    key: 'internal',
    labels: both('Internal customers', 'Interne Kunden'),
    hasCompanies: false,
    portalEnabled: false,
    accountAssignment: 'none',
  },
] as const

export type GroupKey = (typeof demoGroups)[number]['key']
export type PortalGroupKey = Exclude<GroupKey, 'internal'>

/** Names under `.localhost` lead every browser to this machine, without any set-up. */
export const hostOf = (group: PortalGroupKey) => `${group}.localhost`

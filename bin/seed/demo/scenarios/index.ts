import { citizensDe } from './citizens-de.ts'
import { citizensEn } from './citizens-en.ts'
import { helpdeskStories } from './helpdesk.ts'
import { membersDe } from './members-de.ts'
import { membersEn } from './members-en.ts'
import { salesStories } from './sales.ts'
import type { Scenario } from './scenario.ts'
import { serviceDeskDe } from './service-desk-de.ts'
import { serviceDeskEn } from './service-desk-en.ts'

export const demoScenarios: Scenario[] = [
  ...serviceDeskDe,
  ...serviceDeskEn,
  ...helpdeskStories,
  ...salesStories,
  ...membersDe,
  ...membersEn,
  ...citizensDe,
  ...citizensEn,
]

import { demoEngineers } from './engineers.ts'
import type { PlannedTicket } from './history.ts'
import { demoPeople } from './people/index.ts'
import type { Person } from './people/person.ts'
import { planFaq } from './plan-faq.ts'
import { queuesOf } from './profiles.ts'
import type { QueueKey } from './queues/index.ts'
import { type Random, seededRandom } from './random.ts'
import { demoScenarios } from './scenarios/index.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { demoSpecials } from './specials.ts'
import { tellStory } from './story.ts'
import { attended, DAY } from './times.ts'

const TICKETS = 400
const MONTHS = 18
const SEED = 1887
const share: Partial<Record<QueueKey, number>> = { ServiceDesk: 5, Helpdesk_2nd_Level: 3, Sales: 6 }

/** All tickets of the demo, oldest first: told stories, the special ones, and the FAQ. */
export function planTickets(now: Date): PlannedTicket[] {
  const random = seededRandom(SEED)
  const planned = [...planFaq(now, random), ...planSpecials(now)]
  // From the oldest on, so that what somebody asks again lies well apart.
  const ages = Array.from({ length: TICKETS - planned.length }, () => MONTHS * 30 * random.next() ** 2).sort(
    (a, b) => b - a,
  )
  const uses = new Map<string, number>()
  // Chance of its own for each ticket: on whatever day the demo is loaded, the same people have the same stories.
  for (const [index, daysAgo] of ages.entries()) planned.push(planOne(daysAgo, uses, now, seededRandom(SEED + index)))
  return planned.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
}

function planOne(daysAgo: number, uses: Map<string, number>, now: Date, random: Random): PlannedTicket {
  const contact = random.weighted(demoPeople, (person) => person.weight)
  const queue = random.weighted(contact.profile ? queuesOf(contact.profile) : [], (key) => share[key] ?? 1)
  const fitting = demoScenarios.filter(
    (story) =>
      story.queue === queue &&
      story.locale === contact.locale &&
      (contact.company !== undefined || !story.forCompanies),
  )
  const scenario = leastUsed(fitting, contact, uses, random)
  const used = uses.get(use(scenario, contact)) ?? 0
  uses.set(use(scenario, contact), used + 1)
  const unfinished = daysAgo < 25 && random.chance(0.75)
  const lines = unfinished ? cutShort(scenario, daysAgo, random) : scenario.lines.length
  const start = startOf(daysAgo, contact, now, random)
  return tellStory(
    {
      scenario,
      subject: scenario.subjects[used % scenario.subjects.length] ?? '',
      contact,
      colleague: colleagueOf(contact, random),
      ...engineersOf(queue, random),
      start,
      now,
      lines,
      ends: !unfinished,
    },
    random,
  )
}

/** Only what is a day old may be unread by us; otherwise mostly the customer's turn has come, or it is in work. */
function cutShort({ lines }: Scenario, daysAgo: number, random: Random): number {
  const ends = lines.map((_, index) => index + 1).filter((end) => (daysAgo < 1.5 ? end < 3 : end > 1))
  return random.weighted(ends.length ? ends : [lines.length], (end) => (lines[end - 1]?.leadsTo === 'asking' ? 4 : 1))
}

function planSpecials(now: Date): PlannedTicket[] {
  return demoSpecials.map(({ login, daysAgo, scenario }, index) => {
    const random = seededRandom(index)
    const contact = personNamed(login)
    const [subject = ''] = scenario.subjects
    const engineers = engineersOf(scenario.queue, random)
    const start = startOf(daysAgo, contact, now, random)
    return tellStory(
      {
        scenario,
        subject,
        contact,
        colleague: contact,
        ...engineers,
        start,
        now,
        lines: scenario.lines.length,
        ends: false,
      },
      random,
    )
  })
}

/** About so many days ago, while people write; earlier where that would be in the future. */
function startOf(daysAgo: number, contact: Person, now: Date, random: Random): Date {
  const hours = contact.group === 'hartmann' ? 'office' : 'any'
  const wished = now.getTime() - daysAgo * DAY - random.between(1, 3600) * 1000
  const earlier = [0, 1, 2, 3, 4].map((back) => attended(new Date(wished - back * DAY), hours, random))
  return earlier.find((start) => start < now) ?? new Date(wished)
}

/** So that nobody asks the same question twice while there is another one. */
function leastUsed(stories: Scenario[], contact: Person, uses: Map<string, number>, random: Random): Scenario {
  const counts = stories.map((story) => uses.get(use(story, contact)) ?? 0)
  const fewest = Math.min(...counts)
  return random.pick(stories.filter((_, index) => counts[index] === fewest))
}

const use = (scenario: Scenario, { company, login }: Person) =>
  `${company ?? login} ${scenario.queue} ${scenario.subjects[0]}`

function engineersOf(queue: QueueKey, random: Random) {
  const team = demoEngineers.filter(({ works }) => works.includes(queue))
  return { engineer: random.pick(team), other: random.pick(team) }
}

function colleagueOf(contact: Person, random: Random): Person {
  const colleagues = demoPeople.filter(
    (person) => person !== contact && person.company === contact.company && person.profile && !person.disabled,
  )
  return contact.company && colleagues.length ? random.pick(colleagues) : contact
}

export function personNamed(login: string): Person {
  const person = demoPeople.find((candidate) => candidate.login === login)
  if (!person) throw new Error(`nobody has the login ${login}`)
  return person
}

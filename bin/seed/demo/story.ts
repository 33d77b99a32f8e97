import { answerDue } from '#lib/queues/answer-due.ts'
import type { Author, PlannedEntry, PlannedTicket } from './history.ts'
import { isVisible } from './history.ts'
import type { Person } from './people/person.ts'
import type { Stage, StatusDefinition } from './queues/definition.ts'
import { queueNamed, statusAt } from './queues/index.ts'
import type { Random } from './random.ts'
import type { Line, Scenario } from './scenarios/scenario.ts'
import { attended, DAY, type Hours, later } from './times.ts'
import { fillIn, type Values } from './values.ts'
import { type Words, wordsFor } from './words.ts'

type Engineer = { login: string; name: string }

/** Who plays in a story. `lines` cuts it short; only one that `ends` is closed. */
export type Cast = {
  scenario: Scenario
  subject: string
  contact: Person
  colleague: Person
  engineer: Engineer
  other: Engineer
  start: Date
  now: Date
  lines: number
  ends: boolean
}

/** Tells a scenario as the history of one ticket: its texts, who took it over, and each step from status to status. */
export function tellStory(cast: Cast, random: Random): PlannedTicket {
  const story = new Story(cast, random)
  for (const line of cast.scenario.lines.slice(0, cast.lines)) if (!story.tell(line)) break
  if (cast.ends) story.end()
  return story.ticket()
}

class Story {
  readonly #cast: Cast
  readonly #random: Random
  readonly #words: Words
  readonly #entries: PlannedEntry[] = []
  readonly #hours: Hours
  readonly #given: Values
  #at: Date
  #status: StatusDefinition
  #taken = false
  #over = false

  constructor(cast: Cast, random: Random) {
    const { scenario, contact, engineer } = cast
    this.#cast = cast
    this.#random = random
    this.#words = wordsFor(
      scenario.slots ?? {},
      { first: contact.name.split(' ')[0] ?? contact.name, engineer: engineer.name },
      random,
    )
    this.#hours = contact.company && contact.group === 'hartmann' ? 'office' : 'any'
    this.#given = Object.fromEntries(
      Object.entries(scenario.fields ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? this.#words(value) : value,
      ]),
    )
    this.#at = cast.start
    this.#status = statusAt(scenario.queue, 'fresh')
  }

  /** False when the line would only be written tomorrow. */
  tell(line: Line): boolean {
    const first = this.#entries.length === 0
    const byEngineer = line.by === 'engineer'
    const at = first
      ? this.#at
      : attended(later(this.#at, this.#random), byEngineer ? 'office' : this.#hours, this.#random)
    if (at > this.#cast.now) {
      this.#over = true
      return false
    }
    this.#at = at
    if (byEngineer) this.#take()
    if (!byEngineer && (this.#status.stage === 'asking' || this.#status.stage === 'proposed'))
      this.#move('working', this.#author(line))
    const kind = line.by === 'customer' && !first && this.#random.chance(0.12) ? 'mail_in' : 'comment'
    this.#write({ kind, as: line.as, author: this.#author(line), body: this.#words(line.text), files: line.files })
    if (line.leadsTo && line.leadsTo !== this.#status.stage) this.#move(line.leadsTo, this.#author(line))
    return true
  }

  /** The customer confirms, or nobody answers any more and the ticket closes by itself. */
  end(): void {
    if (this.#over || this.#entries.length === 0) return
    const confirmed = this.#random.chance(0.6)
    const wait = confirmed ? this.#random.between(1, 4) : 14
    const at = new Date(this.#at.getTime() + wait * DAY)
    if (at > this.#cast.now) return
    this.#at = at
    const { name, login } = this.#cast.contact
    this.#move('done', confirmed ? { kind: 'contact', name, login } : { kind: 'system', name: 'Portico' })
  }

  ticket(): PlannedTicket {
    const { scenario, contact, engineer, start, colleague } = this.#cast
    const queue = queueNamed(scenario.queue)
    const waitsForUs = this.#status.kind === 'open' && this.#entries.findLast(isVisible)?.author.kind === 'contact'
    const { answerMinutes, serviceHours } = queue
    const due = waitsForUs && answerMinutes ? answerDue(this.#at, answerMinutes, serviceHours ?? null) : undefined
    const joined = this.#entries.some(({ author }) => author.kind === 'contact' && author.login === colleague.login)
    return {
      queue: scenario.queue,
      status: this.#status.key,
      contact,
      ...(this.#taken ? { engineer: engineer.login } : {}),
      subject: this.#words(this.#cast.subject),
      values: fillIn(queue.fields, this.#given, this.#taken, start, this.#random),
      entries: this.#entries,
      createdAt: start,
      ...(this.#status.kind === 'closed' ? { closedAt: this.#at } : {}),
      ...(due ? { answerDueAt: due } : {}),
      participants: joined && colleague !== contact ? [colleague.login] : [],
    }
  }

  #take(): void {
    if (this.#taken) return
    this.#taken = true
    const { engineer } = this.#cast
    const author: Author = { kind: 'engineer', ...engineer }
    this.#write({ kind: 'change', as: 'internal_note', author, change: { what: 'engineer', after: engineer.name } })
    if (this.#status.stage === 'fresh') this.#move('working', author)
    if (this.#random.chance(0.25)) this.#raise(author)
  }

  /** A change that customers may read, because they may read the field (V5, V6). */
  #raise(author: Author): void {
    const field = queueNamed(this.#cast.scenario.queue).fields.find(({ key }) => key === 'priority')
    const label = (value: string) => field?.options?.find((option) => option.value === value)?.labels ?? value
    if (!field || this.#given.priority) return
    this.#given.priority = 'high'
    const change = { what: 'field', before: label('normal'), after: label('high') } as const
    this.#write({ kind: 'change', as: 'customer_answer', author, field: field.key, change })
  }

  #move(stage: Stage, author: Author): void {
    const next = statusAt(this.#cast.scenario.queue, stage)
    const as = author.kind === 'contact' ? 'customer_comment' : 'customer_answer'
    const change = { what: 'status', before: this.#status.labels, after: next.labels } as const
    this.#write({ kind: 'activity', as, author, change })
    this.#status = next
  }

  #author({ by, as }: Line): Author {
    const { engineer, other, contact, colleague } = this.#cast
    if (by === 'engineer')
      return { kind: 'engineer', ...(as === 'internal_note' && this.#random.chance(0.3) ? other : engineer) }
    const { name, login } = by === 'colleague' ? colleague : contact
    return { kind: 'contact', name, login }
  }

  /** Entries of one moment keep their order: each is a second after the one before. */
  #write(entry: Omit<PlannedEntry, 'at' | 'body' | 'files'> & Partial<PlannedEntry>): void {
    this.#entries.push({ body: '', files: [], ...entry, at: this.#at })
    this.#at = new Date(this.#at.getTime() + 1000)
  }
}

import type postgres from 'postgres'
import type { QueueKey } from '../demo/queues/index.ts'
import { type Random, seededRandom } from '../demo/random.ts'
import { CopyStream } from './copy.ts'
import { nameOf } from './people.ts'
import type { Setting } from './setting.ts'
import { benchContacts, companyOf, type Shape } from './shape.ts'
import { COMMON_WORD, phrase, RARE_WORD, zipfTable } from './vocabulary.ts'

/** The newest tickets are those of the bench contacts, so many each; the very last of each has 40 entries. */
const BENCH_TICKETS = 30
const HISTORY = 540 * 86_400_000
const HOUR = 3_600_000

/** Tickets wait in a table of their own until their copies are known; entries go straight where they belong. */
export async function copyTickets(
  connections: { tickets: postgres.Sql; entries: postgres.Sql },
  shape: Shape,
  setting: Setting,
  { seed, today, log }: { seed: number; today: number; log: (line: string) => void },
): Promise<void> {
  await connections.tickets`drop table if exists seeded_tickets`
  await connections.tickets`create unlogged table seeded_tickets (id bigint, queue_id bigint, status_id bigint,
    main_contact_id bigint, engineer_id bigint, subject text, created_at timestamptz, guest_id bigint)`
  const columns = ['id', 'queue_id', 'status_id', 'main_contact_id', 'engineer_id', 'subject', 'created_at', 'guest_id']
  const tickets = await CopyStream.into(connections.tickets, 'seeded_tickets', columns)
  const entryColumns = [
    'ticket_id',
    'kind',
    'text_class_id',
    'author_kind',
    'author_contact_id',
    'author_engineer_id',
    'author_name',
    'body',
    'created_at',
  ]
  const entries = await CopyStream.into(connections.entries, 'entries', entryColumns)
  const writer = new TicketWriter(shape, setting, seededRandom(seed), today)
  for (let ticket = 1; ticket <= shape.tickets; ticket += 1) {
    const { row, entryRows } = writer.write(ticket)
    await tickets.row(...row)
    for (const entry of entryRows) await entries.row(...entry)
    if (ticket % 100_000 === 0) log(`${ticket.toLocaleString('en')} tickets written`)
  }
  await Promise.all([tickets.end(), entries.end()])
}

type Row = Parameters<CopyStream['row']>

class TicketWriter {
  readonly #words = zipfTable()
  readonly #bench: number[]
  readonly #shape: Shape
  readonly #setting: Setting
  readonly #random: Random
  readonly #today: number

  constructor(shape: Shape, setting: Setting, random: Random, today: number) {
    this.#shape = shape
    this.#setting = setting
    this.#random = random
    this.#today = today
    this.#bench = benchContacts(shape).map(({ contact }) => contact)
  }

  write(ticket: number): { row: Row; entryRows: Row[] } {
    const random = this.#random
    const fromEnd = this.#shape.tickets - ticket
    const bench = this.#bench[Math.floor(fromEnd / BENCH_TICKETS)]
    const full = bench !== undefined && fromEnd % BENCH_TICKETS === 0
    // The power spreads tickets as Zipf does: a few write many, the largest company has a tenth of all.
    const contact = bench ?? 1 + Math.floor(this.#shape.contacts * random.next() ** 1.3)
    const queue: QueueKey = random.chance(0.6) ? 'ServiceDesk' : 'Helpdesk_2nd_Level'
    const createdAt = this.#today - HISTORY * (fromEnd / this.#shape.tickets) - 50 * HOUR
    const open = fromEnd < this.#shape.tickets * 0.05 || random.chance(0.05)
    const engineer = this.#setting.engineers.of(random.chance(0.5) ? 'katrin.berger' : 'daniel.okafor')
    const subject = `${phrase(this.#words, random.between(3, 8), random)} ${ticket}`
    const status = this.#setting.statuses.of(`${queue}/${open ? 'in_progress' : 'closed'}`)
    const row: Row = [
      ticket,
      this.#setting.queues.of(queue),
      status,
      contact,
      engineer,
      subject,
      new Date(createdAt),
      this.#guest(ticket, contact),
    ]
    const rare = full || ticket % 20_011 === 7
    const count = full ? 40 : Math.min(40, 3 + Math.floor(-Math.log(1 - random.next()) * 3.5))
    return {
      row,
      entryRows: Array.from({ length: count }, (_, place) =>
        this.#entry({ ticket, place, contact, engineer, createdAt, rare }),
      ),
    }
  }

  /** One ticket of thirty has a colleague on it. */
  #guest(ticket: number, contact: number): number | null {
    const company = companyOf(this.#shape, contact)
    if (ticket % 30 || company === undefined) return null
    const [size = 1, first = contact] = [this.#shape.companies[company], this.#shape.firstContact[company]]
    const guest = first + ((contact - first + 1) % size)
    return guest === contact ? null : guest
  }

  #entry({ ticket, place, contact, engineer, createdAt, rare }: Turn): Row {
    const random = this.#random
    const byContact = place % 3 === 0
    const hidden = place % 6 === 4
    const textClass = this.#setting.classes.of(
      byContact ? 'customer_comment' : hidden ? 'internal_note' : 'customer_answer',
    )
    const first = place === 0 ? `${COMMON_WORD} ${rare ? `${RARE_WORD} ` : ''}` : ''
    const body = first + phrase(this.#words, random.between(6, 18), random)
    const at = new Date(createdAt + place * HOUR + Math.floor(random.next() * HOUR))
    return byContact
      ? [ticket, 'comment', textClass, 'contact', contact, null, nameOf(contact), body, at]
      : [
          ticket,
          'comment',
          textClass,
          'engineer',
          null,
          engineer,
          engineer % 2 ? 'Katrin Berger' : 'Daniel Okafor',
          body,
          at,
        ]
  }
}

type Turn = { ticket: number; place: number; contact: number; engineer: number; createdAt: number; rare: boolean }

import { participants } from '#lib/db/schema/participants.ts'
import { readMarks } from '#lib/db/schema/read-marks.ts'
import { shares } from '#lib/db/schema/shares.ts'
import { isVisible } from '../history.ts'
import { demoPeople } from '../people/index.ts'
import type { Person } from '../people/person.ts'
import type { Random } from '../random.ts'
import { DAY } from '../times.ts'
import type { Writer } from './connection.ts'
import { type Ids, inPortions } from './ids.ts'
import type { Placed } from './tickets.ts'

const readers = demoPeople.filter(({ profile, disabled }) => profile && !disabled)
const colleaguesOf = (contact: Person) =>
  readers.filter(({ company, login }) => company === contact.company && login !== contact.login)

/** Colleagues who take part or were lent a ticket, and who has read what. */
export async function writeReaders(
  db: Writer,
  placed: Placed[],
  contacts: Ids,
  now: Date,
  random: Random,
): Promise<void> {
  await db.insert(participants).values(
    placed.flatMap((ticket) =>
      partakers(ticket, random).map((login) => ({
        ticketId: ticket.id,
        contactId: contacts.of(login),
        addedAt: ticket.createdAt,
      })),
    ),
  )
  await db.insert(shares).values(lent(placed, contacts, now, random))
  await inPortions(marks(placed, contacts, now, random), (portion) => db.insert(readMarks).values(portion))
}

function partakers({ contact, participants: joined }: Placed, random: Random): string[] {
  if (joined.length || !contact?.company || !random.chance(0.08)) return joined
  const colleagues = colleaguesOf(contact)
  return colleagues.length ? [random.pick(colleagues).login] : []
}

/** Every kind of share: read-only or not, without end, until a date, and one that is over. */
function lent(placed: Placed[], contacts: Ids, now: Date, random: Random) {
  const kinds = [
    { readOnly: true, until: new Date(now.getTime() + 14 * DAY) },
    { readOnly: false },
    { readOnly: true, until: new Date(now.getTime() - 2 * DAY) },
    { readOnly: false, endedAt: new Date(now.getTime() - 5 * DAY) },
  ]
  const recent = placed
    .filter(({ contact, participants: joined }) => contact?.company && !joined.length && colleaguesOf(contact).length)
    .slice(-16)
  return recent.flatMap(({ id, contact, createdAt }, index) => {
    const kind = kinds[index % kinds.length]
    if (!contact || !kind) return []
    const colleague = random.pick(colleaguesOf(contact))
    return [
      {
        ...kind,
        ticketId: id,
        contactId: contacts.of(colleague.login),
        sharedById: contacts.of(contact.login),
        createdAt,
      },
    ]
  })
}

/** The main customer has read most; colleagues who see the whole company have read what is older than a fortnight. */
function marks(placed: Placed[], contacts: Ids, now: Date, random: Random) {
  return placed.flatMap((ticket) => {
    const last = ticket.entries.findLast(isVisible)
    if (!last || !ticket.contact) return []
    const recent = last.at.getTime() > now.getTime() - 30 * DAY
    const unread = last.author.kind !== 'contact' && recent && random.chance(0.45)
    const whole = ticket.contact.company ? colleaguesOf(ticket.contact) : []
    const seen = [
      { reader: ticket.contact, readAt: unread ? ticket.createdAt : last.at },
      ...(recent ? [] : whole.map((reader) => ({ reader, readAt: last.at }))),
    ]
    return seen.map(({ reader, readAt }) => ({ contactId: contacts.of(reader.login), ticketId: ticket.id, readAt }))
  })
}

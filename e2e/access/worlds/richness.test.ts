import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onQueue, ownCompany } from '../oracle/grants.ts'
import { liveShares, reaches, related, v1, v2 } from '../oracle/relation.ts'
import { contactPrincipal } from '../oracle/standing.ts'
import { byId, type World } from '../oracle/world.ts'
import seeds from '../seeds.json' with { type: 'json' }
import { worlds } from '../world-arbitrary.ts'
import { apply, operationNames } from './operations.ts'

const { seed, worlds: count } = seeds.database
const sample = fc.sample(worlds, { seed, numRuns: count })

function* pairs(world: World) {
  for (const contact of world.contacts) {
    const principal = contactPrincipal(world, contact.id)
    if (principal?.kind !== 'contact') continue
    for (const ticket of world.tickets)
      yield { world, principal, ticket, faq: byId(world.queues, ticket.queue)?.kind === 'faq' }
  }
}

const met = [...sample.flatMap((world) => [...pairs(world)])]

/** Without these cases a wrong rule could pass unnoticed. */
describe('the worlds kept for the database hold', () => {
  const cases: Record<string, boolean> = {
    'a contact without company': sample.some(({ contacts }) => contacts.some(({ company }) => company === null)),
    'a contact without account, and one without profile': sample.some(
      ({ contacts, accounts }) => accounts.length < contacts.length && accounts.some(({ profile }) => profile === null),
    ),
    'colleagues of a look-alike company with the own-company permission': met.some(({ world, principal, ticket }) => {
      const main = byId(world.contacts, ticket.mainCustomer)
      const name = (id: number | null | undefined) => byId(world.companies, id ?? null)?.name.toLowerCase()
      const alike =
        main && main.company !== principal.contact.company && name(main.company) === name(principal.contact.company)
      return Boolean(alike && main.company !== null && ownCompany(world, principal))
    }),
    'a share that ended a second ago': sample.some(({ shares, now }) =>
      shares.some(({ endsAt }) => endsAt === now - 1),
    ),
    'a contact sharing with itself': sample.some(({ shares }) =>
      shares.some(({ contact, sharer }) => contact === sharer),
    ),
    'a share that alone shows a ticket': met.some(
      (one) =>
        !one.faq && reaches(one.world, one.principal, one.ticket) && !related(one.world, one.principal, one.ticket),
    ),
    'a live share void by its sharer alone': met.some(
      ({ world, principal, ticket, faq }) =>
        !faq &&
        v1(world, principal, ticket) &&
        v2(world, principal, ticket) &&
        !reaches(world, principal, ticket) &&
        world.shares.some(
          (one) =>
            one.ticket === ticket.id &&
            one.contact === principal.contact.id &&
            (one.endsAt ?? world.now + 1) > world.now,
        ),
    ),
    'a share for one without V1, and for one without V2': [v1, v2].every((rule) =>
      met.some(
        ({ world, principal, ticket }) =>
          !rule(world, principal, ticket) && liveShares(world, principal.contact, ticket).length > 0,
      ),
    ),
    'a profile without roles': sample.some(({ profiles }) => profiles.some(({ roles }) => roles.length === 0)),
    'append without read': met.some(
      ({ world, principal, ticket }) =>
        onQueue(world, principal, ticket.queue, 'append') && !v1(world, principal, ticket),
    ),
    'a related contact without read on the queue': met.some(
      (one) => related(one.world, one.principal, one.ticket) && !v1(one.world, one.principal, one.ticket),
    ),
    'a related contact without read on the group': met.some(
      (one) => related(one.world, one.principal, one.ticket) && !v2(one.world, one.principal, one.ticket),
    ),
    'a regular ticket without main customer': sample.some(({ tickets }) =>
      tickets.some(({ queue, mainCustomer }) => queue !== 4 && mainCustomer === null),
    ),
    'an internal entry with a visible file, and the reverse': [1, 2].every((kind) =>
      sample.some(({ entries, attachments }) =>
        attachments.some((file) => byId(entries, file.entry)?.textClass === kind && file.textClass === 3 - kind),
      ),
    ),
    'changes of fields exposed none, read, full and of no field': sample.some(({ entries, fields }) => {
      const changes = entries.filter(({ kind }) => kind === 'change').map(({ field }) => byId(fields, field)?.exposure)
      return (['none', 'read', 'full', undefined] as const).every((one) => changes.includes(one))
    }),
  }
  it.each(Object.keys(cases))('%s', (name) => {
    expect(cases[name]).toBe(true)
  })
  it.each(operationNames)('a world that is another after: %s', (name) => {
    const dice = [0, 1, 2, 3].flatMap((first) => [0, 1, 2].map((second) => [first, second] as const))
    expect(
      sample.some((world) =>
        dice.some((one) => JSON.stringify(apply(world, { name, dice: one })) !== JSON.stringify(world)),
      ),
    ).toBe(true)
  })
})

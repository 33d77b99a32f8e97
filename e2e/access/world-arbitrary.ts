import fc from 'fast-check'
import type { World } from './oracle/world.ts'
import { type Operation, operationNames } from './worlds/operations.ts'
import { people, viewingsIn } from './worlds/people.ts'
import { structures } from './worlds/structure.ts'
import { tickets } from './worlds/tickets.ts'

const now = 1_000_000

/** Small worlds in which every rule of access.md decides something. */
export const worlds: fc.Arbitrary<World> = structures.chain((structure) =>
  people(structure, now).chain((persons) =>
    tickets(structure, persons, now).map((work) => ({
      now,
      ...structure,
      ...persons,
      viewings: viewingsIn(persons.sessions, now),
      ...work,
    })),
  ),
)

/** What happens to a world afterwards, one after the other. */
export function sequences(length: number): fc.Arbitrary<Operation[]> {
  const dice = fc.tuple(fc.nat(9999), fc.nat(9999))
  const operation = fc.record({ name: fc.constantFrom(...operationNames), dice })
  return fc.array(operation, { minLength: length, maxLength: length })
}

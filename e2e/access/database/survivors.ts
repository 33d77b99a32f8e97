import type { Sql } from 'postgres'
import type { World } from '../oracle/world.ts'
import { apply, type OperationName } from '../worlds/operations.ts'
import { change, load } from './load.ts'
import type { Mutant } from './mutants.ts'

/** In what database and oracle differ about the world as it is loaded. */
export type Faults = (world: World) => Promise<string[]>

/** Looks while the database is wrong, and mends it. */
export async function broken<T>(owner: Sql, mutant: Mutant, look: () => Promise<T>): Promise<T> {
  await owner.unsafe(mutant.break)
  try {
    return await look()
  } finally {
    await owner.unsafe(mutant.mend)
  }
}

/** The mutants under which no world shows another fault than without them. */
export async function survivors(owner: Sql, mutants: Mutant[], worlds: World[], faults: Faults): Promise<string[]> {
  let alive = mutants
  for (const world of worlds) {
    if (alive.length === 0) break
    await load(owner, world)
    const usual = await faults(world)
    const unnoticed: Mutant[] = []
    for (const mutant of alive) {
      const unusual = await broken(owner, mutant, async () => {
        if (mutant.reload) await load(owner, world)
        return faults(world)
      })
      if (same(usual, unusual)) unnoticed.push(mutant)
    }
    alive = unnoticed
  }
  return alive.map(({ name }) => name)
}

/** As `survivors`, of a mutant that shows only once the world changes by this operation. */
export async function survivesChange(
  owner: Sql,
  mutant: Mutant,
  worlds: World[],
  faults: Faults,
  name: OperationName,
): Promise<boolean> {
  for (const world of worlds) {
    for (const first of [0, 1, 2, 3]) {
      const after = apply(world, { name, dice: [first, first + 2] })
      const become = async () => {
        await load(owner, world)
        await change(owner, world, after)
        return faults(after)
      }
      if (!same(await become(), await broken(owner, mutant, become))) return false
    }
  }
  return true
}

function same(one: string[], other: string[]): boolean {
  return JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())
}

import 'server-only'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { engineers } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError } from '#lib/errors.ts'
import { takeSeat } from '#lib/licence/commands.ts'
import type { EngineerChange } from '../input.ts'
import { initialPassword, tellOfPassword } from './initial-password.ts'
import { giveRoles, tellOfEngineer } from './write.ts'

/**
 * Makes an engineer and returns its id.
 * @throws AppError `conflict` with reason `noSeat`, `invalid` for a login in use, a role that is gone or a weak password
 */
export const createEngineer = (viewer: EngineerViewer, person: EngineerChange) => create(viewer, person, false)

/** Makes a profile, which never signs in, and returns its id. @throws AppError as `createEngineer` */
export const createProfile = (viewer: EngineerViewer, person: EngineerChange) => create(viewer, person, true)

async function create(viewer: EngineerViewer, person: EngineerChange, isTrack: boolean): Promise<number> {
  const password = await initialPassword(person)
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await takeSeat(tx)
    const { roles, password: _, ...row } = person
    const inserting = tx
      .insert(engineers)
      .values({ ...row, ...password, isTrack })
      .returning({ id: engineers.id })
    const [made] = await orTaken('login', inserting)
    if (!made) throw new AppError('forbidden')
    await giveRoles(tx, made.id, roles)
    const after = { ...row, roles, isTrack, active: true }
    await tellOfEngineer(tx, viewer, { action: 'engineer.created', id: made.id, after })
    if (person.password !== null) await tellOfPassword(tx, viewer, made.id)
    return made.id
  })
}

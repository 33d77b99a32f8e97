import { engineerRoles, engineers } from '#lib/db/schema/engineers.ts'
import { demoEngineers } from '../engineers.ts'
import type { Credential } from '../password.ts'
import { demoProfiles, type ProfileLogin } from '../profiles.ts'
import type { Writer } from './connection.ts'
import { type Ids, idsBy } from './ids.ts'

export async function writeProfiles(db: Writer): Promise<Ids<ProfileLogin>> {
  const rows = await db
    .insert(engineers)
    .values(demoProfiles.map(({ login, name }) => ({ login, name, isTrack: true })))
    .returning()
  const written = idsBy(
    rows.map(({ login, id }) => [login, id] as const),
    'profile',
  )
  return idsBy(
    demoProfiles.map(({ login }) => [login, written.of(login)] as const),
    'profile',
  )
}

export async function writeEngineers(db: Writer, credential: Credential): Promise<Ids> {
  const rows = await db
    .insert(engineers)
    .values(
      demoEngineers.map(({ login, name, locale }) => ({
        login,
        name,
        locale,
        email: `${login}@portico.example`,
        ...credential,
      })),
    )
    .returning()
  return idsBy(
    rows.map(({ login, id }) => [login, id] as const),
    'engineer',
  )
}

export async function giveRoles(db: Writer, profiles: Ids<ProfileLogin>, staff: Ids, roles: Ids): Promise<void> {
  const held = [
    ...demoProfiles.flatMap((profile) => profile.roles.map((role) => [profiles.of(profile.login), role] as const)),
    ...demoEngineers.flatMap((engineer) => engineer.roles.map((role) => [staff.of(engineer.login), role] as const)),
  ]
  await db.insert(engineerRoles).values(held.map(([engineerId, role]) => ({ engineerId, roleId: roles.of(role) })))
}

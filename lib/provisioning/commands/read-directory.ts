import 'server-only'
import { DirectoryFault } from '#lib/auth/ldap/fault.ts'
import { searchPeople } from '#lib/auth/ldap/people.ts'
import { serverNumbered } from '#lib/auth/ldap/servers.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { factsOf } from '../facts.ts'
import type { Provisioning } from '../queries/frame.ts'
import { MOST_PEOPLE } from '../run.ts'
import { SourceProblem } from '../source-problem.ts'
import type { SourcePerson } from './carry-out.ts'

/** For all people of a directory together. */
const PATIENCE = 5 * 60_000

/**
 * Everybody whom the filter of a directory's provisioning finds.
 * @throws SourceProblem where the directory does not answer to the end, has more than are read, or cannot tell people apart
 */
export async function peopleOfDirectory(
  { ldapServerId, filter }: Provisioning,
  attributes: readonly string[],
  most = MOST_PEOPLE,
): Promise<SourcePerson[]> {
  const server = ldapServerId === null ? undefined : await asSystem((tx) => serverNumbered(tx, ldapServerId))
  if (!server) throw new SourceProblem('noServer')
  try {
    const { people, more, nameless } = await searchPeople(server, { filter, attributes, most, patience: PATIENCE })
    if (more) throw new SourceProblem('tooMany')
    if (nameless > 0) throw new SourceProblem('nameless')
    return people.map((person) => ({ identity: person.identity, facts: factsOf(person.attributes) }))
  } catch (error) {
    throw error instanceof DirectoryFault ? new SourceProblem(error.kind, error) : error
  }
}

import 'server-only'
import { record } from '#lib/audit/commands.ts'
import { asSystem } from '#lib/jobs/as.ts'
import type { Facts } from '../facts.ts'
import { provisioningOf } from '../queries/frame.ts'
import { contactBehind } from '../queries/known.ts'
import type { Source } from '../rule-set.ts'
import { asProvisioning } from './as-provisioning.ts'
import { judged, wayOf } from './carry-out.ts'
import { writeVerdicts } from './write.ts'

/**
 * Somebody has proven to be this identity at the source: makes the contact with its account where the source makes accounts at
 * the first sign-in and its rules take this person, and brings one up to date that is there already. An account that somebody
 * disabled stays so. The refusal's cause is in the audit log.
 * @param identity the source's own, such as entryUUID or subject; never an address
 * @returns the contact; null where the rules refuse, or the source makes no accounts
 */
export async function provisionAtSignIn(source: Source, identity: string, facts: Facts): Promise<number | null> {
  const provisioning = await asSystem((tx) => provisioningOf(tx, source))
  if (!provisioning?.justInTime || identity === '') return null
  return asProvisioning(provisioning.id, async (tx) => {
    const [verdict] = await judged(tx, provisioning, [{ identity, facts }], wayOf(provisioning))
    if (!verdict) return null
    const [reason] = verdict.reasons
    if (reason !== undefined && !reason.startsWith('takenAway:')) {
      await record(
        {
          actorKind: 'system',
          action: 'provisioning.refused',
          subjectKind: source.kind === 'ldap' ? 'directory' : 'provider',
          subjectId: String(source.id),
          after: { identity, reasons: verdict.reasons },
        },
        tx,
      )
      return null
    }
    if (verdict.write && !verdict.write.enables)
      await writeVerdicts(tx, { provisioning: provisioning.id, run: null }, [verdict])
    return verdict.contactId ?? (await contactBehind(tx, provisioning.id, identity))
  })
}

import { normalLogin } from '#lib/auth/login.ts'
import { accounts } from '#lib/db/schema/accounts.ts'
import { companies } from '#lib/db/schema/companies.ts'
import { contactDetails, contacts } from '#lib/db/schema/contacts.ts'
import { demoCompanies } from '../companies.ts'
import type { GroupKey } from '../groups.ts'
import type { Credential } from '../password.ts'
import { demoPeople } from '../people/index.ts'
import type { Person } from '../people/person.ts'
import type { ProfileLogin } from '../profiles.ts'
import type { Writer } from './connection.ts'
import { type Ids, idsBy, takeIds } from './ids.ts'

/** Companies, people and their accounts. @returns the contacts' ids by login */
export async function writeCustomers(
  db: Writer,
  groups: Ids<GroupKey>,
  profiles: Ids<ProfileLogin>,
  credential: Credential,
): Promise<Ids> {
  const companyNumbers = await takeIds(db, 'companies', demoCompanies.length)
  const companyIds = idsBy(
    demoCompanies.map(({ key }, index) => [key, companyNumbers[index] ?? 0] as const),
    'company',
  )
  await db.insert(companies).values(
    demoCompanies.map(({ key, group, name, externalId, fields }) => ({
      id: companyIds.of(key),
      customerGroupId: groups.of(group),
      name,
      externalId,
      fields,
    })),
  )
  const numbers = await takeIds(db, 'contacts', demoPeople.length)
  const ids = idsBy(
    demoPeople.map(({ login }, index) => [login, numbers[index] ?? 0] as const),
    'contact',
  )
  await db.insert(contacts).values(
    demoPeople.map(({ login, group, company, name }) => ({
      id: ids.of(login),
      customerGroupId: groups.of(group),
      companyId: company ? companyIds.of(company) : null,
      name,
    })),
  )
  await db
    .insert(contactDetails)
    .values(demoPeople.map((person, index) => detailsOf(person, ids.of(person.login), index)))
  const withAccount = demoPeople.filter(({ group }) => group !== 'internal')
  await db.insert(accounts).values(withAccount.map((person) => accountOf(person, ids, profiles, credential)))
  return ids
}

function detailsOf({ login, company, locale, position }: Person, contactId: number, index: number) {
  const domain = demoCompanies.find(({ key }) => key === company)?.domain ?? 'mail.example'
  // 030 23125 is the range of German numbers that belong to nobody.
  const phone = `+49 30 23125 ${100 + index}`
  return { contactId, email: `${login}@${domain}`, locale, fields: { position, phone } }
}

function accountOf(person: Person, ids: Ids, profiles: Ids<ProfileLogin>, credential: Credential) {
  return {
    contactId: ids.of(person.login),
    login: person.login,
    loginNormal: normalLogin(person.login),
    profileId: person.profile ? profiles.of(person.profile) : null,
    disabled: person.disabled ?? false,
    mustChangePassword: person.mustChangePassword ?? false,
    ...(person.ldapId ? { ldapId: person.ldapId } : credential),
  }
}

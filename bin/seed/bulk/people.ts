import type postgres from 'postgres'
import type { GroupKey } from '../demo/groups.ts'
import { CopyStream } from './copy.ts'
import type { Setting } from './setting.ts'
import { benchContacts, companyOf, type Shape } from './shape.ts'

const groups: GroupKey[] = ['hartmann', 'havelia', 'lindenau']
const firstNames = 'Lena Tom Miriam Jonas Eva Oke Grace Ravi Ayşe Karl Noor Maeve Declan Emre Hannelore Kwame'.split(
  ' ',
)
const lastNames =
  'Brandt Whitfield Vogel Weber Petersen Adeyemi Kühn Demir Murphy Krämer Fritz Nowak Carter Sommer'.split(' ')

/** As it stands in the database and beside every entry. */
export const nameOf = (contact: number) =>
  `${firstNames[contact % firstNames.length]} ${lastNames[Math.floor(contact / 16) % lastNames.length]} ${contact}`

/** Companies, contacts and an account for each; the ids are those of the shape. */
export async function copyPeople(sql: postgres.Sql, shape: Shape, setting: Setting): Promise<void> {
  const groupOf = (company: number | undefined) =>
    setting.groups.of(groups[(company ?? 1) % groups.length] ?? 'hartmann')
  const companies = await CopyStream.into(sql, 'companies', ['id', 'customer_group_id', 'name', 'external_id'])
  for (const company of shape.companies.keys()) {
    await companies.row(company + 1, groupOf(company), `Company ${company + 1} GmbH & Co. KG`, `B-${company + 1}`)
  }
  await companies.end()

  const contacts = await CopyStream.into(sql, 'contacts', ['id', 'customer_group_id', 'company_id', 'name'])
  for (let contact = 1; contact <= shape.contacts; contact += 1) {
    const company = companyOf(shape, contact)
    await contacts.row(contact, groupOf(company), company === undefined ? null : company + 1, nameOf(contact))
  }
  await contacts.end()

  const details = await CopyStream.into(sql, 'contact_details', ['contact_id', 'email', 'locale'])
  for (let contact = 1; contact <= shape.contacts; contact += 1) {
    await details.row(contact, `c${contact}@bulk.example`, contact % 2 ? 'de' : 'en')
  }
  await details.end()
  await copyAccounts(sql, shape, setting)
}

/** The words by which contacts are found, as the triggers would have made them. */
export async function insertContactWords(sql: postgres.Sql, { contacts }: Shape): Promise<void> {
  const batch = 10_000
  for (let from = 1; from <= contacts; from += batch)
    await sql`select write_contact_words(array(select id from contacts where id between ${from} and ${from + batch - 1}))`
}

/** The first of each company sees the whole company, as does every fourth. */
async function copyAccounts(sql: postgres.Sql, shape: Shape, { profiles, credential }: Setting): Promise<void> {
  const bench = new Map<number, string>(benchContacts(shape).map(({ contact, login }) => [contact, login]))
  const columns = ['contact_id', 'login', 'login_normal', 'profile_id', 'password_hash', 'password_scheme']
  const accounts = await CopyStream.into(sql, 'accounts', columns)
  for (let contact = 1; contact <= shape.contacts; contact += 1) {
    const login = bench.get(contact) ?? `c${contact}`
    const profile = profiles.of(
      bench.has(contact) || contact % 4 === 0 ? 'cmtrack_companyview' : 'cmtrack_basiccustomers',
    )
    await accounts.row(contact, login, login, profile, credential.passwordHash, credential.passwordScheme)
  }
  await accounts.end()
}

import type { Sql } from 'postgres'
import { unique } from './requests.ts'

export type Newcomer = { name: string; login: string; address: string }

/** A contact of ACME of the test's own, who signs in as all of the demo do and has chosen nothing yet. */
export async function newcomer(owner: Sql): Promise<Newcomer> {
  const name = unique('Noel')
  const login = name.replace(' ', '.').toLowerCase()
  const address = `${login}@acme.example`
  await owner`
    with model as (select * from accounts where login = 'grace.adeyemi'),
      made as (
        insert into contacts (customer_group_id, company_id, name)
          select c.customer_group_id, c.company_id, ${name} from contacts c join model on model.contact_id = c.id returning id),
      told as (insert into contact_details (contact_id, email, locale) select id, ${address}, 'en' from made)
    insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme)
      select made.id, ${login}, ${login}, profile_id, password_hash, password_scheme from made, model`
  return { name, login, address }
}

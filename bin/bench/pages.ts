import postgres from 'postgres'
import { paths } from '#lib/paths.ts'
import { COMMON_WORD, RARE_WORD } from '../seed/bulk/vocabulary.ts'

/** A page to measure, and what has to stand in its answer for the request to count. */
export type BenchPage = { name: string; path: string; expected: string[] }

type Facts = { newest: string; full: string; subject: string; companyNewest: string; deep: string }

/** The pages of one contact, with the numbers that the database says they must show. */
export async function pagesOf(ownerUrl: string, login: string): Promise<BenchPage[]> {
  const facts = await factsOf(ownerUrl, login)
  const company = { scope: 'company', status: 'all' } as const
  return [
    { name: 'welcome', path: paths.welcome(), expected: [facts.newest] },
    { name: 'list own', path: paths.tickets({ status: 'all' }), expected: [facts.newest] },
    { name: 'list company', path: paths.tickets(company), expected: [facts.companyNewest] },
    { name: 'list company, deep', path: paths.tickets({ ...company, before: facts.deep }), expected: ['<tbody'] },
    { name: 'ticket, 40 entries', path: paths.ticket(Number(facts.full)), expected: [facts.subject] },
    { name: 'search rare', path: paths.tickets({ ...company, q: RARE_WORD }), expected: [facts.full] },
    { name: 'search common', path: paths.tickets({ ...company, q: COMMON_WORD }), expected: [facts.companyNewest] },
    { name: 'create form', path: paths.newTicket('ServiceDesk'), expected: ['serial_number'] },
  ]
}

/** Page 1,000 of the company's list, or its middle where it is shorter. */
const DEEP = 25_000

async function factsOf(ownerUrl: string, login: string): Promise<Facts> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [facts] = await sql<Facts[]>`
      with me as (select c.id, c.company_id from contacts c join accounts a on a.contact_id = c.id where a.login = ${login}),
      own as (select t.* from tickets t, me where t.main_contact_id = me.id),
      full_one as (select o.number, o.subject from own o join entries e on e.ticket_id = o.id group by 1, 2 having count(*) = 40 limit 1),
      company as (select t.*, row_number() over (order by customer_updated_at desc, t.id desc) as place, count(*) over () as size
        from tickets t, me where t.company_id = me.company_id)
      select (select number::text from own order by customer_updated_at desc, id desc limit 1) as newest,
        (select number::text from full_one) as full, (select subject from full_one) as subject,
        (select number::text from company where place = 1) as "companyNewest",
        (select (extract(epoch from customer_updated_at) * 1000000)::bigint || '.' || id from company
          where place = least(${DEEP}, greatest(1, size / 2))) as deep`
    if (!facts) throw new Error(`nobody has the login ${login}`)
    return facts
  } finally {
    await sql.end()
  }
}

import { afterAll, expect, test } from 'vitest'
import { importWorld } from './testing.ts'

const world = await importWorld((values) => Object.assign(process.env, values))
const { anna, owner } = world
afterAll(() => world.end())

const people = (count: number, prefix = 'N') =>
  ['External ID;Name;E-mail;Position;Company ID;Company;Contract;CM.Track login;Profile']
    .concat(
      Array.from({ length: count }, (_, at) => {
        const company = at % 50
        return `${prefix}-${at};Person ${prefix} ${at};p${prefix}${at}@x.example;Buyer;${prefix}C-${company};Company ${prefix} ${company};Basis;${prefix}.login.${at};cmtrack_basic`
      }),
    )
    .join('\n')

test('a dry run writes nothing, the run makes what it said, and a second run changes nothing', async () => {
  const checked = await world.dryRun(anna, people(120))
  expect(checked.record).toMatchObject({
    state: 'checked',
    total: 120,
    counts: { created: 120, changed: 0, unchanged: 0, refused: 0 },
  })
  expect(await owner`select 1 from contacts where external_id like 'N-%'`).toHaveLength(0)
  const done = await world.run(anna, checked)
  expect(done.record).toMatchObject({ state: 'done', counts: { created: 120, refused: 0 }, storageKey: null })
  expect(
    await owner`select count(*)::int as n, count(distinct company_id)::int as companies from contacts where external_id like 'N-%'`,
  ).toEqual([{ n: 120, companies: 50 }])
  const [one] =
    await owner`select c.name, d.email, d.fields, a.login_normal, a.profile_id::int, a.must_change_password, co.fields as company
    from contacts c join contact_details d on d.contact_id = c.id join accounts a on a.contact_id = c.id join companies co on co.id = c.company_id
    where c.external_id = 'N-7'`
  expect(one).toEqual({
    name: 'Person N 7',
    email: 'pN7@x.example',
    fields: { position: 'Buyer' },
    login_normal: 'n.login.7',
    profile_id: 10,
    must_change_password: false,
    company: { contract: 'basic' },
  })
  const again = await world.run(anna, await world.dryRun(anna, people(120)))
  expect(again.record.counts).toEqual({ created: 0, changed: 0, unchanged: 120, refused: 0 })
})

test.skipIf(!process.env.IMPORT_BENCH)(
  'a hundred thousand',
  async () => {
    const content = people(Number(process.env.IMPORT_BENCH), 'B')
    let at = Date.now()
    const lap = (what: string) => {
      process.stdout.write(`${what}: ${Date.now() - at} ms\n`)
      at = Date.now()
    }
    const id = await world.upload(anna, content)
    lap('upload')
    const checked = await world.check(anna, id)
    lap('check')
    expect(checked.record.counts?.created).toBe(Number(process.env.IMPORT_BENCH))
    const done = await world.run(anna, checked)
    lap('run')
    expect(done.record).toMatchObject({ state: 'done', counts: { created: Number(process.env.IMPORT_BENCH) } })
  },
  600_000,
)

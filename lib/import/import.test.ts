import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { fileAt } from '../attachments/store.ts'
import { verifyPassword } from '../auth/passwords.ts'
import { AppError } from '../errors.ts'
import { askForRun } from './commands.ts'
import { importWorld } from './testing.ts'

const world = await importWorld((values) => Object.assign(process.env, values))
const { anna, ben, carla, owner } = world
afterAll(() => world.end())

const HEADERS = 'External ID;Name;E-mail;Position;Company ID;Company;Contract;CM.Track login;CM.Track password;Profile'
const file = (...rows: string[]) => [HEADERS, ...rows].join('\n')
const people = (count: number, prefix: string) =>
  file(
    ...Array.from({ length: count }, (_, at) => {
      const company = at % 50
      return `${prefix}-${at};Person ${prefix} ${at};p${at}@${prefix}.example;Buyer;${prefix}C-${company};Company ${prefix} ${company};Basis;${prefix}.login.${at};;cmtrack_basic`
    }),
  )
const contact = async (externalId: string) => {
  const [one] = await owner`
    select c.id::int, c.name, c.company_id::int, c.active, d.email, d.fields, a.login, a.profile_id::int, a.password_hash,
      a.must_change_password, co.name as company
    from contacts c left join contact_details d on d.contact_id = c.id left join accounts a on a.contact_id = c.id
    left join companies co on co.id = c.company_id where c.external_id = ${externalId}`
  return one
}
const found = async (words: string) => {
  const rows = await owner<{ name: string }[]>`
    select c.name from contacts c join contact_words w on w.contact_id = c.id where w.words @@ customer_query(${words})`
  return rows.map(({ name }) => name)
}

test('a dry run writes nothing, the run makes what it said, and a second run changes nothing', async () => {
  const checked = await world.dryRun(anna, people(120, 'n'))
  expect(checked.record).toMatchObject({ state: 'checked', total: 120, counts: { created: 120, refused: 0 } })
  expect(await owner`select from contacts where external_id like 'n-%'`).toHaveLength(0)

  const done = await world.run(anna, checked)
  expect(done.record).toMatchObject({ state: 'done', counts: { created: 120, refused: 0 } })
  expect(await owner`select count(distinct company_id)::int as n from contacts where external_id like 'n-%'`).toEqual([
    { n: 50 },
  ])
  expect(await contact('n-7')).toMatchObject({
    name: 'Person n 7',
    email: 'p7@n.example',
    fields: { position: 'Buyer' },
    login: 'n.login.7',
    profile_id: 10,
    must_change_password: false,
    company: 'Company n 7',
  })
  expect(await found('Person 70 n-70 p70@n.example buyer n.login.70 company')).toEqual(['Person n 70'])
  const again = await world.run(anna, await world.dryRun(anna, people(120, 'n')), 'rows')
  expect(again.record.counts).toEqual({ created: 0, changed: 0, unchanged: 120, refused: 0 })
})

test('the report says of each row what it changes', async () => {
  const { record } = await world.dryRun(
    anna,
    file('P-900;Grace Hall;grace@delta.example;Head;C-900;Delta Works Ltd;Plus;grace.hall;;cmtrack_members'),
  )
  expect(await world.rows(record.id)).toMatchObject([
    {
      line: 2,
      outcome: 'changed',
      changes: ['field.position', 'companyName', 'company.field.contract', 'login', 'profile'],
    },
  ])
})

test('a contact is recognised by its login, else by its address, and gets its external id', async () => {
  const byLogin = await world.dryRun(anna, 'External ID;Name;CM.Track login\nX-1;Foreign Person;foreign')
  expect(await world.rows(byLogin.record.id)).toMatchObject([{ outcome: 'refused', problems: ['loginTaken:login:'] }])
  const done = await world.run(
    anna,
    await world.dryRun(anna, 'External ID;Name;E-mail\nX-2;Otto Lang;OTTO@echo.example'),
  )
  expect(done.record.counts).toMatchObject({ created: 0, changed: 1 })
  expect(await contact('X-2')).toMatchObject({ id: 9000901 })
})

test('an empty profile column keeps the profile, a default is given where there is none', async () => {
  const rows = ['K-1;Kim One;;;;;;kim.one;;cmtrack_members', 'K-2;Kim Two;;;;;;kim.two;;']
  await world.run(anna, await world.dryRun(anna, file(...rows)))
  expect([await contact('K-1'), await contact('K-2')]).toMatchObject([{ profile_id: 11 }, { profile_id: null }])
  const second = file('K-1;Kim One;;;;;;kim.one;;', 'K-2;Kim Two;;;;;;kim.two;;')
  await world.run(anna, await world.dryRun(anna, second, { profile: 10 }))
  expect([await contact('K-1'), await contact('K-2')]).toMatchObject([{ profile_id: 11 }, { profile_id: 10 }])
})

test('a password is an initial one: given where there is none, to be changed, and never over another', async () => {
  const rows = (password: string) => file(`W-1;Wim One;;;;;;wim.one;${password};`)
  await world.run(anna, await world.dryRun(anna, rows('seven-blue-lakes-9')))
  const first = await contact('W-1')
  expect(first).toMatchObject({ must_change_password: true })
  expect(await verifyPassword('seven-blue-lakes-9', String(first?.password_hash), String(first?.password_scheme))).toBe(
    true,
  )
  const again = await world.dryRun(anna, rows('other-green-hills-4'))
  expect(again.record.counts).toMatchObject({ unchanged: 1 })
  const weak = await world.dryRun(anna, file('W-2;Wim Two;;;;;;wim.two;short;'))
  expect(await world.rows(weak.record.id)).toMatchObject([{ problems: ['password_too_short:password:'] }])
  const told = await owner`select before::text || after::text as text from audit`
  expect(
    JSON.stringify([told, await owner`select * from import_rows`, await owner`select options from imports`]),
  ).not.toMatch(/seven-blue|other-green/)
})

test('the customer group decides: its own profile where fixed, no account where none', async () => {
  const rows = 'External ID;Name;Login;Profile\nF-1;Fay;fay;\nF-2;Fred;fred;cmtrack_basic'
  const fixed = await world.dryRun(anna, rows, { group: 2 })
  expect(await world.rows(fixed.record.id)).toMatchObject([
    { outcome: 'created' },
    { problems: ['profileFixed:profile:'] },
  ])
  await world.run(anna, fixed, 'rows')
  expect(await contact('F-1')).toMatchObject({ profile_id: 11 })
  const none = await world.dryRun(anna, 'External ID;Name;Login\nI-1;Ida;ida', { group: 3 })
  expect(none.record.options.mapping).toEqual(['externalId', 'name', ''])
})

test('whoever may not give accounts is offered none, and whoever may not write imports nothing', async () => {
  const { record } = await world.dryRun(ben, 'External ID;Name;Login\nB-1;Bo;bo')
  expect(record.options.mapping).toEqual(['externalId', 'name', ''])
  await expect(world.upload(carla, 'External ID;Name\nC-1;Cy')).rejects.toMatchObject({ code: 'not_found' })
  await expect(world.upload(ben, 'External ID;Name\nC-1;Cy', { group: 2 })).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody sees or moves the import of somebody else', async () => {
  const id = await world.upload(anna, 'External ID;Name\nO-1;Ole')
  await expect(world.check(ben, id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(askForRun(ben, { id, mode: 'all' })).rejects.toMatchObject({ code: 'not_found' })
})

test('every row that is wrong says why, and all or nothing is not offered then', async () => {
  const checked = await world.dryRun(
    anna,
    file(
      'E-1;Eve;eve@@x;;;;;;;',
      'E-2;;;;;;;;;',
      ';;;;;;;;;x',
      'E-3;Eli;;;EC-1;Echo One;Basis;;;',
      'E-4;Ela;;;EC-1;Echo Two;Basis;;;',
      'E-3;Eli again;;;;;;;;',
      'E-5;Ed;;;;;Gold;;;',
      'E-6;Edda;;;;;;;seven-blue-lakes-9;',
      'E-7;Ern;;;;;;ern;;nobody',
      'E-8;Too;many;cells;;;;;;;more',
    ),
  )
  const problems = (await world.rows(checked.record.id)).map((row) => row.problems.map((one) => one.replace(/:+$/, '')))
  expect(problems).toEqual([
    ['email:email'],
    ['missing:name'],
    ['keyMissing', 'missing:name', 'loginMissing:login'],
    [],
    ['companyDiffers::5'],
    ['duplicate:externalId:5'],
    ['choice:company.field.contract'],
    ['loginMissing:login'],
    ['profileUnknown:profile:nobody'],
    ['tooManyCells', 'email:email'],
  ])
  await expect(world.run(anna, checked, 'all')).rejects.toMatchObject({ detail: { reason: 'someRefused' } })
  const done = await world.run(anna, checked, 'rows')
  expect(done.record.counts).toMatchObject({ created: 1, refused: 9 })
})

test('empty cells keep what is there, or take it away where that was asked', async () => {
  const row = (email: string, position: string) => `External ID;Name;E-mail;Position\nL-1;Lou;${email};${position}`
  await world.run(anna, await world.dryRun(anna, row('lou@x.example', 'Cook')))
  expect((await world.dryRun(anna, row('', ''))).record.counts).toMatchObject({ unchanged: 1 })
  await world.run(anna, await world.dryRun(anna, row('', ''), { empty: 'clear' }))
  expect(await contact('L-1')).toMatchObject({ email: null, fields: {} })
})

test('a contact that moves to another company takes its tickets along', async () => {
  await owner.unsafe(`insert into queues (id, key, labels) values (1, 'q', '{}') on conflict do nothing;
    insert into statuses (id, queue_id, key, labels, kind) values (1, 1, 's', '{}', 'open') on conflict do nothing;
    insert into tickets (queue_id, status_id, main_contact_id, subject) values (1, 1, 9000900, 'Pump')`)
  await world.run(anna, await world.dryRun(anna, 'External ID;Company ID;Company\nP-900;MC-1;Moved There'))
  const [moved] = await owner`select t.company_id = c.company_id as same, co.name from tickets t
    join contacts c on c.id = t.main_contact_id join companies co on co.id = t.company_id where t.main_contact_id = 9000900`
  expect(moved).toEqual({ same: true, name: 'Moved There' })
})

test('companies come by files of their own', async () => {
  const content = 'ID,Name,Vertrag\nD-1,Dora Ltd,Plus\nD-2,Dido Ltd,\n,Echo Ltd,Basis'
  const done = await world.run(anna, await world.dryRun(anna, content, { level: 'company' }))
  expect(done.record.counts).toMatchObject({ created: 2, changed: 1, refused: 0 })
  expect(await owner`select fields from companies where external_id = 'D-1'`).toEqual([
    { fields: { contract: 'plus' } },
  ])
})

test('the file is gone when the import is done, and the audit log has its hash and its counts', async () => {
  const checked = await world.dryRun(anna, 'External ID;Name\nG-1;Gus')
  const key = checked.record.storageKey ?? ''
  expect(existsSync(fileAt(key))).toBe(true)
  const { record } = await world.run(anna, checked)
  expect([existsSync(fileAt(key)), record.storageKey]).toEqual([false, null])
  const [told] =
    await owner`select actor_id::int, subject_id, after from audit where action = 'import.done' order by id desc limit 1`
  expect(told).toMatchObject({
    actor_id: 1,
    subject_id: '1',
    after: { sha256: record.sha256, created: 1, file: 'people.csv' },
  })
})

test('two imports of one customer group never run at the same time', async () => {
  const one = await world.dryRun(anna, 'External ID;Name\nH-1;Hal')
  const other = await world.dryRun(ben, 'External ID;Name\nH-2;Hew')
  await askForRun(anna, { id: one.record.id, mode: 'all' })
  const refusal = await askForRun(ben, { id: other.record.id, mode: 'all' }).catch((error) => error)
  expect(refusal).toBeInstanceOf(AppError)
  expect(refusal).toMatchObject({ code: 'conflict', detail: { reason: 'otherRuns' } })
  await owner`update imports set state = 'failed' where id = ${one.record.id}`
})

test.skipIf(!process.env.IMPORT_ROWS)(
  'is measured with as many rows as IMPORT_ROWS says',
  async () => {
    const id = await world.upload(anna, people(Number(process.env.IMPORT_ROWS), 'm'))
    const laps: number[] = [Date.now()]
    const checked = await world.check(anna, id)
    laps.push(Date.now())
    const done = await world.run(anna, checked)
    laps.push(Date.now())
    process.stdout.write(`check ${(laps[1] ?? 0) - (laps[0] ?? 0)} ms, run ${(laps[2] ?? 0) - (laps[1] ?? 0)} ms\n`)
    expect(done.record.counts?.created).toBe(Number(process.env.IMPORT_ROWS))
  },
  600_000,
)

test('no new record comes without a required field, and none loses it; who lacks it already stays', async () => {
  await owner`update data_fields set required = true where key in ('position', 'contract')`
  const rows = [
    'R-1;Rita Rule;;;R-C1;Rule House;Plus;;;',
    'R-2;Ron Rule;;Buyer;R-C2;Bare House;;;;',
    'R-3;Rose Rule;;Buyer;R-C3;Full House;Plus;;;',
    ';Otto Langer;otto@echo.example;;;;;;;',
  ]
  const { record } = await world.dryRun(anna, file(...rows))
  expect((await world.rows(record.id)).map(({ outcome, problems }) => [outcome, ...problems])).toEqual([
    ['refused', 'missing:field.position:'],
    ['refused', 'missing:company.field.contract:'],
    ['created'],
    ['changed'],
  ])
  await owner`update data_fields set required = false`
  const free = await world.dryRun(anna, file(...rows))
  expect(free.record.counts).toMatchObject({ created: 3, refused: 0 })
})

import { beforeAll, expect, test } from 'vitest'
import { viewerShape } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { changeNews, createNews, deleteNews } from './commands.ts'
import { type NewsChange, newsChange } from './input.ts'
import { currentNews, newsList, newsPage, storedNews } from './queries.ts'

const world = adminWorld()
const news: NewsChange = {
  titles: { en: 'Closed on Friday', de: 'Am Freitag geschlossen' },
  bodies: { en: 'We are back on **Monday**.' },
  visibleFrom: new Date('2026-01-01T08:00:00Z'),
  visibleTo: null,
  groups: [1],
}

beforeAll(() =>
  world.asOwner(`insert into roles (id, name, manage_news) overriding system value values (9, 'Editor', true);
    insert into engineers (id, login, name) overriding system value values (9, 'nora', 'Nora');
    insert into engineer_roles values (9, 9)`),
)

const read = async (contact: number, locale = 'en') => {
  const [row] = await world.asOwner<{ rights: unknown }[]>(`select viewer_rights('contact', ${contact}) as rights`)
  const viewer = viewerShape.parse(row?.rights)
  return (await asViewer(viewer, (tx) => currentNews(tx, locale))).map(({ title }) => title)
}

test('an announcement reaches the contacts of its customer groups at once, and is gone when it is deleted', async () => {
  const nora = await world.engineer(9)
  const id = await createNews(nora, news)
  expect(await read(1, 'de')).toEqual(['Am Freitag geschlossen'])
  expect(await read(2)).toEqual([])
  await changeNews(nora, id, { ...news, groups: [] })
  expect(await read(2)).toEqual(['Closed on Friday'])
  expect(await world.told()).toMatchObject({ action: 'news.changed', before: { groups: [1] }, after: { groups: [] } })
  await deleteNews(nora, id)
  expect(await read(1)).toEqual([])
  expect(await world.told()).toMatchObject({ action: 'news.deleted', before: { titles: { en: 'Closed on Friday' } } })
})

test('what has not begun or is over is for nobody', async () => {
  const ada = await world.ada()
  const tomorrow = new Date(Date.now() + 86_400_000)
  const id = await createNews(ada, { ...news, visibleFrom: tomorrow })
  expect(await read(1)).toEqual([])
  await changeNews(ada, id, { ...news, visibleTo: new Date('2026-01-02T08:00:00Z') })
  expect(await read(1)).toEqual([])
  await deleteNews(ada, id)
})

test('what was changed meanwhile is not overwritten', async () => {
  const ada = await world.ada()
  const id = await createNews(ada, news)
  const before = await asViewer(ada, (tx) => storedNews(tx, id))
  if (!before) throw new Error('no announcement')
  await changeNews(ada, id, { ...news, titles: { en: 'Open' } })
  await expect(changeNews(ada, id, news, versionOf(before))).rejects.toMatchObject({ code: 'conflict' })
  await deleteNews(ada, id)
})

test('who neither manages news nor administers changes nothing', async () => {
  const ben = await world.ben()
  await expect(createNews(ben, news)).rejects.toMatchObject({ code: 'forbidden' })
  const id = await createNews(await world.ada(), news)
  await expect(changeNews(ben, id, news)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(deleteNews(ben, id)).rejects.toMatchObject({ code: 'forbidden' })
})

test('the list goes on after its last row', async () => {
  const ada = await world.ada()
  for (let at = 0; at < 51; at++) await createNews(ada, { ...news, titles: { en: `News ${at}` } })
  const first = await newsList(ada, 'en', undefined)
  expect(first.rows).toHaveLength(50)
  expect(first.rows[0]).toMatchObject({ title: 'News 50', groups: ['ACME'] })
  const second = await newsList(ada, 'en', first.next)
  expect(second.rows.map(({ title }) => title)).toEqual(['News 0', 'Closed on Friday'])
  expect(second.next).toBeUndefined()
})

test('a form offers the customer groups that the editor may read', async () => {
  expect((await newsPage(await world.ada(), undefined, 'en')).groups).toHaveLength(2)
  expect((await newsPage(await world.engineer(9), undefined, 'en')).groups).toEqual([])
})

test.each([
  [{ audience: 'some' }, { groups: 'noGroup' }],
  [{ audience: 'all', visibleFrom: '2026-03-01T10:00', visibleTo: '2026-03-01T09:00' }, { visibleTo: 'fromTo' }],
  [{ audience: 'all', visibleFrom: 'soon' }, { visibleFrom: 'date' }],
])('%o is refused', (part, problems) => {
  const given = { 'titles.en': 'A', 'bodies.en': 'B', groups: [], ...part }
  const parsed = newsChange.safeParse(given)
  const found = Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [])
  expect(found).toEqual(problems)
})

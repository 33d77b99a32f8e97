import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const HEADERS = 'External ID;Name;E-Mail;Position;Firma ID;Firma;CM.Track-Login;Profil'
const csv = (mark: string) =>
  [
    HEADERS,
    `${mark}-1;Jürgen Groß ${mark};juergen@${mark}.example;Einkäufer;${mark}-C;Süd ${mark};${mark}.groß;`,
    `${mark}-2;Ähre ${mark};keine Adresse;Leiterin;${mark}-C;Süd ${mark};${mark}.ähre;`,
    `${mark}-3;=cmd ${mark};c@${mark}.example;;;;${mark}.cmd;`,
  ].join('\n')

test('a file from an old spreadsheet becomes contacts with accounts, without a script', async ({ engineer }) => {
  test.slow()
  const mark = `e2e${Date.now().toString(36)}`
  const page = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  const upload = async () => {
    await page.goto('/desk/import')
    await page.getByLabel('Customer group').selectOption({ label: 'Customers of Hartmann Fluidtechnik' })
    const content = { name: 'kunden.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(mark), 'latin1') }
    await page.getByLabel('CSV file').setInputFiles(content)
    await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  }
  const checked = async () => {
    await page.getByRole('button', { name: 'Check the file' }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('heading', { name: /What (would happen|happened)/ })).toBeVisible({ timeout: 500 })
    }).toPass()
  }

  await test.step('encoding, separator and columns are found', async () => {
    await upload()
    await expect(page.getByLabel('Encoding')).toHaveValue('windows-1252')
    await expect(page.getByLabel('Separator')).toHaveValue(';')
    await expect(page.getByRole('cell', { name: `Jürgen Groß ${mark}` })).toBeVisible()
    await expect(page.getByLabel('Firma ID', { exact: true })).toHaveValue('companyExternalId')
    await expect(page.getByLabel('CM.Track-Login', { exact: true })).toHaveValue('login')
  })

  await test.step('the check says what would happen, row by row, and nothing is written', async () => {
    await page.getByLabel('Profile for accounts without one').selectOption({ index: 1 })
    await checked()
    await expect(page.getByRole('row').filter({ hasText: `Jürgen Groß ${mark}` })).toContainText('New')
    await expect(page.getByRole('row').filter({ hasText: `Ähre ${mark}` })).toContainText('is not an address')
    const report = await page.request.get(`${page.url()}/report`)
    expect(await report.text()).toContain(`'=cmd ${mark}`)
  })

  await test.step('the run leaves the refused row out', async () => {
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect(page.getByRole('link', { name: 'Refused 1' })).toBeVisible()
  })

  await test.step('run again it changes nothing', async () => {
    await upload()
    await checked()
    await expect(page.getByText('There is nothing to write')).toBeVisible()
  })

  await test.step('an export holds what came in, and no formula', async () => {
    await page.goto('/desk/import')
    const link = page.getByRole('link', { name: /^Customers of Hartmann Fluidtechnik: Contacts/ })
    const file = await (await page.request.get(String(await link.getAttribute('href')))).text()
    expect(file).toContain(`Jürgen Groß ${mark}`)
    expect(file).toContain(`'=cmd ${mark}`)
  })
})

test('a file that cannot be read says so in words', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  await page.goto('/desk/import')
  const content = { name: 'twice.csv', mimeType: 'text/csv', buffer: Buffer.from('Name;Name\nA;B\n') }
  await page.getByLabel('CSV file').setInputFiles(content)
  await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  await expect(page.getByRole('alert')).toContainText('Two columns are called “Name”')
  await page.getByRole('button', { name: 'Remove this import' }).click()
  await expect(page.getByRole('status')).toContainText('The import was removed')
})

test('the pages of an import are accessible and fit on a phone', async ({ engineer }) => {
  test.slow()
  const page = await engineer(engineers.seesEverything, { viewport: { width: 320, height: 800 } })
  await page.goto('/desk/import')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const content = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv('fits')) }
  await page.getByLabel('CSV file').setInputFiles(content)
  await page.getByRole('button', { name: 'Upload and choose columns' }).click()
  await expect(page.getByRole('button', { name: 'Check the file' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

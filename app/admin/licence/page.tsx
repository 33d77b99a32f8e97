import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type LicenceUse, licenceUse } from '#lib/licence/queries.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { saveLimits } from './actions.ts'
import { UseTable } from './use-table.tsx'

export default adminPage(async (viewer, { search }) => {
  const [t, use] = await Promise.all([getTranslations('licence'), licenceUse(viewer)])
  const title = (await getTranslations('admin'))('areas.licence.title')
  return (
    <AdminFrame viewer={viewer} area="licence" title={title}>
      <Page>
        <PageHeader title={title} lead={t('lead')} />
        {search.done === 'saved' ? <Notice tone="success">{t('saved')}</Notice> : null}
        <Exceeded use={use} />
        <Section title={t('use')}>
          <Panel>
            <UseTable use={use} />
          </Panel>
        </Section>
        <RecordForm
          action={saveLimits}
          words={await formWords(t('save'))}
          sections={[
            {
              title: t('limits'),
              help: t('limitsHelp'),
              fields: [
                limitField('seats', t('seats'), t('seatsHelp'), use.seats.limit),
                limitField('concurrentCustomers', t('customers'), t('customersHelp'), use.customers.limit),
              ],
            },
          ]}
        />
      </Page>
    </AdminFrame>
  )
})

function limitField(name: string, label: string, help: string, value: number | null) {
  return { kind: 'number', name, label, help, value, min: 0, max: 999_999, inputMode: 'numeric' } as const
}

/** A limit below what is in use is allowed; the page says what follows. */
async function Exceeded({ use: { seats, customers } }: { use: LicenceUse }) {
  const t = await getTranslations('licence')
  const over = seats.limit === null ? 0 : seats.engineers + seats.profiles - seats.limit
  return (
    <>
      {over > 0 ? <Notice tone="warning">{t('overSeats', { over: over + 1 })}</Notice> : null}
      {customers.limit !== null && customers.signedIn > customers.limit ? (
        <Notice tone="warning">{t('overCustomers')}</Notice>
      ) : null}
    </>
  )
}

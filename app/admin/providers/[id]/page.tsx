import { getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { create, remove, save } from '#app/admin/providers/actions.ts'
import { providerSections } from '#app/admin/providers/sections.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { redirectAddresses } from '#lib/providers/addresses.ts'
import { providerPage } from '#lib/providers/queries.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

const DONE = ['created', 'saved'] as const

/** A provider, or a new one. */
export default adminPage(async (viewer, { params: { id }, search }) => {
  const [t, { providers }] = await Promise.all([getTranslations('providers'), getMessages()])
  const found = await providerPage(viewer, id === 'new' ? undefined : idOf(id))
  const { stored, hosts, people } = found
  const title = stored?.name ?? t('new')
  const area = (await getTranslations('admin'))('areas.providers.title')
  const done = DONE.find((one) => one === search.done)
  const words = await formWords(t(stored ? 'save' : 'create'), providers.problems)
  return (
    <AdminFrame viewer={viewer} area="providers" title={title}>
      <Page>
        <PageHeader title={title} meta={<a href={paths.admin('providers')}>{area}</a>} />
        {done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
        {found.secretIsLost ? <Notice tone="danger">{t('secretIsLost')}</Notice> : null}
        {stored ? (
          <Section title={t('redirects')}>
            <p>{t('redirectsLead')}</p>
            <ul>
              {redirectAddresses(stored.key, stored.hosts, hosts).map((address) => (
                <li key={address}>
                  <code>{address}</code>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <RecordForm
          sticky
          action={stored ? save : create}
          sections={await providerSections(found)}
          words={{ ...words, effect: { preview: t('test'), confirm: t('anyway') } }}
        />
        {stored?.forContacts ? (
          <Section title={t('accounts')}>
            <p>{t('accountsText')}</p>
            <p>
              <ButtonLink href={paths.admin('providers', stored.id, 'people')}>{t('accountsLink')}</ButtonLink>
            </p>
          </Section>
        ) : null}
        {stored ? (
          <Section title={t('delete')}>
            <p>{t('deleteText', { count: people })}</p>
            <RecordForm
              danger
              action={remove}
              sections={[{ fields: [{ kind: 'hidden', name: 'id', value: stored.id }] }]}
              words={await formWords(t('delete'))}
            />
          </Section>
        ) : null}
      </Page>
    </AdminFrame>
  )
})

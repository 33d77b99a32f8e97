import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { dnsRecord } from '#lib/mail/dkim.ts'
import { type SigningKey, signingKeys } from '#lib/mail/queries/dkim.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Button } from '#lib/ui/button.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { makeKey, removeKey, useKey } from './actions.ts'

const DONE = ['made', 'used', 'removed'] as const

export default adminPage(async (viewer, { search }) => {
  const [t, { keys, domain }] = await Promise.all([getTranslations('mail.signing'), signingKeys(viewer)])
  const done = DONE.find((one) => one === search.done)
  const words = await formWords(t('make'), { domain: t('problems.domain'), manyKeys: t('problems.manyKeys') })
  return (
    <AdminFrame viewer={viewer} area="mail" title={t('title')}>
      <Page>
        {done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
        <PageHeader title={t('title')} lead={t('lead')} />
        {keys.map((key) => (
          <Key key={key.id} signingKey={key} />
        ))}
        <Section title={t('new')}>
          <RecordForm
            action={makeKey}
            quiet={keys.length > 0}
            sections={[
              {
                fields: [
                  {
                    kind: 'text',
                    name: 'domain',
                    label: t('domain'),
                    help: t('domainHelp', { domain }),
                    value: domain,
                    spellCheck: false,
                  },
                ],
              },
            ]}
            words={words}
          />
        </Section>
        <p>
          <a href={paths.admin('mail')}>{t('back')}</a>
        </p>
      </Page>
    </AdminFrame>
  )
})

async function Key({ signingKey }: { signingKey: SigningKey }) {
  const t = await getTranslations('mail.signing')
  const { id, domain, selector, signs } = signingKey
  const { name, value } = dnsRecord(signingKey)
  return (
    <Section title={t('key', { domain, selector })}>
      <p>
        <Badge tone={signs ? 'success' : 'low'}>{t(signs ? 'signs' : 'rests')}</Badge>{' '}
        {t(signs ? 'signsText' : 'restsText')}
      </p>
      <DescriptionList facts={[{ label: t('record'), value: name }]} />
      <pre data-part="preview">{value}</pre>
      <div data-part="actions">
        {signs ? null : (
          <form action={useKey}>
            <input type="hidden" name="key" value={id} />
            <Button variant="primary">{t('use')}</Button>
          </form>
        )}
        <form action={removeKey}>
          <input type="hidden" name="key" value={id} />
          <Button variant="danger">{t('remove')}</Button>
        </form>
      </div>
    </Section>
  )
}

import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { sendMailAgain } from '#app/admin/mail/actions.ts'
import { mailWords, TONE } from '#app/admin/mail/mail-words.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { notFound } from '#lib/errors.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { contentOf } from '#lib/mail/queries/content.ts'
import { queuedMail } from '#lib/mail/queries/queue.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Button } from '#lib/ui/button.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Preview } from '#lib/ui/preview.tsx'

export default adminPage(async (viewer, { params, search }) => {
  if (!/^\d{1,15}$/.test(String(params.id))) throw notFound()
  const mail = await queuedMail(viewer, Number(params.id))
  const [t, words, locale, content] = await Promise.all([getTranslations(), mailWords(), getLocale(), contentOf(mail)])
  const { full } = formatsFor(locale)
  const title = words.template(mail.template)
  const known = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : [])
  const givenUp = mail.state === 'failed' || mail.state === 'skipped'
  return (
    <AdminFrame viewer={viewer} area="mail" title={title}>
      <Page>
        {search.done === 'again' ? <Notice tone="success">{t('mail.again.done')}</Notice> : null}
        <PageHeader
          title={title}
          lead={
            mail.collectedIn === null ? (
              words.problem(mail.problem)
            ) : (
              <a href={paths.admin('mail', mail.collectedIn)}>{t('mail.digest')}</a>
            )
          }
          meta={<Badge tone={TONE[mail.state]}>{t(`mail.states.${mail.state}`)}</Badge>}
          actions={
            givenUp ? (
              <form action={sendMailAgain}>
                <input type="hidden" name="mail" value={mail.id} />
                <Button variant="primary">{t('mail.again.submit')}</Button>
              </form>
            ) : undefined
          }
        />
        <Section title={t('mail.facts')}>
          <DescriptionList
            facts={[
              { label: t('mail.to'), value: words.recipient(mail) },
              ...known(t('mail.address'), content?.to),
              { label: t('mail.created'), value: full(mail.createdAt) },
              ...known(t('mail.sentAt'), mail.sentAt && full(mail.sentAt)),
              ...known(t('mail.next'), mail.state === 'pending' ? full(mail.nextAttemptAt) : null),
              { label: t('mail.attempts'), value: String(mail.attempts) },
              ...known(t('mail.answer'), mail.lastError),
              { label: t('mail.messageId'), value: mail.messageId },
            ]}
          />
        </Section>
        <Section title={t('mail.content')}>
          {content ? (
            <>
              <p>{t(content.kept ? 'mail.contentKept' : 'mail.contentNow')}</p>
              <p dir="auto">
                <strong>{content.subject}</strong>
              </p>
              <Preview src={paths.mailFrame(mail.id)} title={t('mail.asHtml')} />
              <h3>{t('mail.asText')}</h3>
              <pre data-part="preview">{content.text}</pre>
            </>
          ) : (
            <p>{t(mail.readable ? 'mail.noContent' : 'mail.notYours')}</p>
          )}
        </Section>
        <p>
          <a href={paths.admin('mail')}>{t('mail.back')}</a>
        </p>
      </Page>
    </AdminFrame>
  )
})

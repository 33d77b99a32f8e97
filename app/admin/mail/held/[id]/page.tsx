import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { mailInWords, TONE } from '#app/admin/mail/held/words.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { notFound } from '#lib/errors.ts'
import { type Formats, formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type MailInDetail, mailThatCameIn } from '#lib/mail-in/queries/list.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Disclosure } from '#lib/ui/disclosure.tsx'
import { DescriptionList } from '#lib/ui/facts.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Decide } from './decide.tsx'

export default adminPage(async (viewer, { params, search }) => {
  if (!/^\d{1,15}$/.test(String(params.id))) throw notFound()
  const mail = await mailThatCameIn(viewer, Number(params.id))
  const [t, words, locale] = await Promise.all([getTranslations('mailIn'), mailInWords(), getLocale()])
  const formats = formatsFor(locale)
  const title = mail.subject || t('noSubject')
  const number = /^\d{1,15}$/.test(search.done ?? '') ? String(search.done) : undefined
  return (
    <AdminFrame viewer={viewer} area="mail" title={title}>
      <Page>
        {number ? (
          <Notice tone="success">
            <a href={paths.deskTicket(Number(number))}>{t('accept.done', { number })}</a>
          </Notice>
        ) : null}
        <PageHeader
          title={title}
          lead={words.reason(mail.reason)}
          meta={
            <>
              <Badge tone={TONE[mail.state]}>{t(`states.${mail.state}`)}</Badge>
              <a href={paths.admin('mail', 'held')}>{t('title')}</a>
            </>
          }
        />
        <Section title={t('facts')}>
          <Facts mail={mail} sender={words.sender(mail)} formats={formats} />
        </Section>
        <Section title={t('text')}>
          <Text mail={mail} />
        </Section>
        {mail.files.length > 0 ? (
          <Section title={t('files')}>
            <ul>
              {mail.files.map(({ name, bytes, fits }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: several files may have one name
                <li key={at}>
                  <span dir="auto">{name}</span>, {formats.bytes(bytes)}
                  {fits ? null : <strong> – {t('leftOut')}</strong>}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {mail.state === 'held' ? <Decide mail={mail} /> : null}
      </Page>
    </AdminFrame>
  )
})

async function Facts({ mail, sender, formats }: { mail: MailInDetail; sender: string; formats: Formats }) {
  const t = await getTranslations('mailIn')
  const known = (label: string, value: string | null) => (value ? [{ label, value }] : [])
  const { handledAt, handledBy } = mail
  return (
    <DescriptionList
      facts={[
        { label: t('from'), value: sender },
        { label: t('received'), value: formats.full(mail.createdAt) },
        { label: t('size'), value: formats.bytes(mail.bytes) },
        ...(mail.ticket === null
          ? []
          : [{ label: t('ticket'), value: <a href={paths.deskTicket(mail.ticket)}>{mail.ticket}</a> }]),
        ...known(t('contact'), mail.contact),
        ...known(
          t('handled'),
          handledAt && t('handledBy', { when: formats.full(handledAt), name: handledBy ?? t('unknownSender') }),
        ),
        ...known(t('reasonGiven'), mail.note),
      ]}
    />
  )
}

/** As text alone: whatever somebody sends, it is read and not drawn. */
async function Text({ mail: { content, state } }: { mail: MailInDetail }) {
  const t = await getTranslations('mailIn')
  if (!content) return <p>{t(state === 'held' ? 'notYours' : 'notKept')}</p>
  const { words, whole } = content
  return (
    <>
      <pre data-part="preview" dir="auto">
        {words.slice(0, SHOWN)}
      </pre>
      {words === whole ? null : (
        <Disclosure summary={t('whole')}>
          <pre data-part="preview" dir="auto">
            {whole.slice(0, SHOWN)}
          </pre>
        </Disclosure>
      )}
    </>
  )
}

const SHOWN = 50_000

import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { MAIL_STATES, MAILS_PER_PAGE, type MailRow, queuedMails } from '#lib/mail/queries/queue.ts'
import { mailsGoToFolder } from '#lib/mail/transport.ts'
import { heldMails } from '#lib/mail-in/queries/inbox.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { mailWords, TONE } from './mail-words.ts'

export default adminPage(async (viewer, { search }) => {
  const state = MAIL_STATES.find((one) => one === search.state)
  const before = /^\d{1,15}$/.test(search.before ?? '') ? Number(search.before) : undefined
  const [t, found, held] = await Promise.all([
    getTranslations(),
    queuedMails(viewer, { state, before }),
    heldMails(viewer),
  ])
  const mails = found.slice(0, MAILS_PER_PAGE)
  const title = t('admin.areas.mail.title')
  return (
    <AdminFrame viewer={viewer} area="mail" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('mail.lead')}
          actions={
            <>
              <ButtonLink href={paths.admin('mail', 'held')}>{t('mailIn.waiting', { count: held })}</ButtonLink>
              <ButtonLink href={paths.admin('mail', 'signing')}>{t('mail.signing.link')}</ButtonLink>
            </>
          }
        />
        {mailsGoToFolder() ? <Notice>{t('mail.folder')}</Notice> : null}
        <Tabs
          label={t('mail.filter')}
          tabs={[undefined, ...MAIL_STATES].map((one) => ({
            href: paths.admin('mail', { state: one }),
            label: t(`mail.states.${one ?? 'all'}`),
            current: one === state,
          }))}
        />
        {mails.length === 0 ? (
          <EmptyState icon="mail" title={t('mail.emptyTitle')} text={t('mail.empty')} />
        ) : (
          <MailTable mails={mails} />
        )}
        <Pagination
          label={t('common.pages')}
          newer={before === undefined ? undefined : { href: paths.admin('mail', { state }), label: t('common.newer') }}
          older={
            found.length > MAILS_PER_PAGE
              ? { href: paths.admin('mail', { state, before: String(mails.at(-1)?.id) }), label: t('common.older') }
              : undefined
          }
        />
      </Page>
    </AdminFrame>
  )
})

async function MailTable({ mails }: { mails: MailRow[] }) {
  const [t, words, locale] = await Promise.all([getTranslations('mail'), mailWords(), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Table
      caption={t('list')}
      rows={mails}
      rowKey={({ id }) => id}
      plain
      columns={[
        {
          key: 'mail',
          label: t('mail'),
          heading: true,
          cell: ({ id, template }) => <a href={paths.admin('mail', id)}>{words.template(template)}</a>,
        },
        { key: 'to', label: t('to'), labelled: true, width: '20%', cell: (mail) => words.recipient(mail) },
        {
          key: 'state',
          label: t('state'),
          labelled: true,
          cell: ({ state }) => <Badge tone={TONE[state]}>{t(`states.${state}`)}</Badge>,
        },
        { key: 'problem', label: t('why'), width: '34%', cell: ({ problem }) => words.problem(problem) },
        {
          key: 'when',
          label: t('when'),
          labelled: true,
          nowrap: true,
          cell: ({ sentAt, createdAt }) => {
            const at = sentAt ?? createdAt
            return <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
          },
        },
      ]}
    />
  )
}

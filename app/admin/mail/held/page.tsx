import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { MAILS_PER_PAGE, type MailInRow, mailsThatCameIn, VIEWS, type View } from '#lib/mail-in/queries/list.ts'
import { paths } from '#lib/paths.ts'
import { settings } from '#lib/settings/queries.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { mailInWords, TONE } from './words.ts'

export default adminPage(async (viewer, { search }) => {
  const view = views.find((one) => one === search.view) ?? 'held'
  const before = /^\d{1,15}$/.test(search.before ?? '') ? Number(search.before) : undefined
  const found = await mailsThatCameIn(viewer, { view, before })
  const t = await getTranslations('mailIn')
  const common = await getTranslations('common')
  const mails = found.slice(0, MAILS_PER_PAGE)
  const at = (query: Record<string, string | undefined>) => paths.admin('mail', 'held', query)
  return (
    <AdminFrame viewer={viewer} area="mail" title={t('title')}>
      <Page>
        {search.done === 'discarded' ? <Notice tone="success">{t('discard.done')}</Notice> : null}
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          meta={<a href={paths.admin('mail')}>{(await getTranslations('mail'))('back')}</a>}
          actions={<ButtonLink href={paths.admin('mail', 'inbox')}>{t('inboxLink')}</ButtonLink>}
        />
        <Switch />
        <Tabs
          label={t('filter')}
          tabs={views.map((one) => ({
            href: at({ view: one === 'held' ? undefined : one }),
            label: t(`views.${one}`),
            current: one === view,
          }))}
        />
        {mails.length === 0 ? (
          <EmptyState icon="mail" title={t('emptyTitle')} text={t(`empty.${view}`)} />
        ) : (
          <MailTable mails={mails} />
        )}
        <Pagination
          label={common('pages')}
          newer={before === undefined ? undefined : { href: at({ view }), label: common('newer') }}
          older={
            found.length > MAILS_PER_PAGE
              ? { href: at({ view, before: String(mails.at(-1)?.id) }), label: common('older') }
              : undefined
          }
        />
      </Page>
    </AdminFrame>
  )
})

const views = Object.keys(VIEWS) as View[]

/** Says where replies are off. */
async function Switch() {
  if ((await settings('mail_in.address'))['mail_in.address']) return null
  const t = await getTranslations('mailIn')
  return (
    <Notice>
      {t('off')} <a href={paths.admin('settings', 'mail_in.address')}>{t('offNext')}</a>
    </Notice>
  )
}

async function MailTable({ mails }: { mails: MailInRow[] }) {
  const [t, words, locale] = await Promise.all([getTranslations('mailIn'), mailInWords(), getLocale()])
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
          key: 'subject',
          label: t('subject'),
          heading: true,
          width: '34%',
          cell: ({ id, subject }) => <a href={paths.admin('mail', 'held', id)}>{subject || t('noSubject')}</a>,
        },
        { key: 'from', label: t('from'), labelled: true, cell: (mail) => words.sender(mail) },
        {
          key: 'why',
          label: t('why'),
          labelled: true,
          width: '30%',
          cell: ({ state, reason }) =>
            reason ? words.reason(reason) : <Badge tone={TONE[state]}>{t(`states.${state}`)}</Badge>,
        },
        {
          key: 'when',
          label: t('when'),
          labelled: true,
          nowrap: true,
          cell: ({ createdAt: at }) => (
            <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
          ),
        },
      ]}
    />
  )
}

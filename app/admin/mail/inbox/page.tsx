import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type InboxState, inboxState } from '#lib/mail-in/queries/inbox.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { remove, save, tryIt } from './actions.ts'
import { inboxSections } from './fields.ts'

export default adminPage(async (viewer, { search }) => {
  const inbox = await inboxState(viewer)
  const t = await getTranslations('mailIn.inbox')
  const { mailIn } = await getMessages()
  const problems: Record<string, string> = mailIn.inbox.problems
  const problem = Object.hasOwn(problems, search.problem ?? '') ? problems[search.problem ?? ''] : undefined
  return (
    <AdminFrame viewer={viewer} area="mail" title={t('title')}>
      <Page>
        {search.done === 'saved' || search.done === 'removed' ? <Notice tone="success">{t(search.done)}</Notice> : null}
        {search.done === 'tried' ? (
          <Notice tone="success">{t('tried', { count: Number(search.count) || 0 })}</Notice>
        ) : null}
        {problem ? <Notice tone="warning">{problem}</Notice> : null}
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          meta={<a href={paths.admin('mail', 'held')}>{(await getTranslations('mailIn'))('title')}</a>}
          actions={
            inbox ? (
              <form action={tryIt}>
                <Button>{t('try')}</Button>
              </form>
            ) : undefined
          }
        />
        {inbox ? <LastLook inbox={inbox} problems={problems} /> : null}
        <RecordForm
          action={save}
          sections={await inboxSections(inbox)}
          words={await formWords(t('save'), mailIn.problems)}
        />
        <p>
          {t('settings')}{' '}
          <a href={paths.admin('settings')}>{(await getTranslations('admin'))('areas.settings.title')}</a>
        </p>
        {inbox ? (
          <Section title={t('removeTitle')}>
            <p>{t('removeText')}</p>
            <RecordForm
              danger
              action={remove}
              sections={[]}
              words={{ ...(await formWords(t('remove'))), effect: { confirm: t('removeNow') } }}
            />
          </Section>
        ) : null}
      </Page>
    </AdminFrame>
  )
})

async function LastLook({ inbox, problems }: { inbox: InboxState; problems: Record<string, string> }) {
  const [t, locale] = await Promise.all([getTranslations('mailIn.inbox'), getLocale()])
  const { active, polledAt, problem, failures, lastError } = inbox
  const when = polledAt ? formatsFor(locale).full(polledAt) : t('never')
  return (
    <Section title={t('state')}>
      {active ? null : <p>{t('paused')}</p>}
      {problem ? (
        <Notice tone="warning">
          <p>
            {t('failed', { when, failures })} {problems[problem]}
          </p>
          {lastError ? (
            <p>
              {t('answer')}: <span dir="auto">{lastError}</span>
            </p>
          ) : null}
        </Notice>
      ) : (
        <p>{polledAt ? t('reached', { when }) : t('never')}</p>
      )}
    </Section>
  )
}

import { getLocale } from 'next-intl/server'
import type { OwnSession } from '#lib/accounts/queries.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { deviceName } from '#lib/mail/device-name.ts'
import { Button } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

type Send = (form: FormData) => Promise<void>

/** Where one is signed in, with "end"; for customers and engineers. */
export async function OwnSessions({
  sessions,
  end,
  endOthers,
}: {
  sessions: OwnSession[]
  end: Send
  endOthers: Send
}) {
  const [t, locale] = await Promise.all([getTranslations('account'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const moment = (at: Date) => (
    <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
  )
  return (
    <Section title={t('sessions')}>
      <p>{t('sessionsLead')}</p>
      <Table
        caption={t('sessions')}
        rows={sessions}
        rowKey={(session) => session.id}
        plain
        columns={[
          {
            key: 'device',
            label: t('sessionDevice'),
            heading: true,
            cell: (session) =>
              `${deviceName(session.device) ?? t('sessionUnknown')}${session.current ? ` (${t('sessionThis')})` : ''}`,
          },
          { key: 'start', label: t('sessionStart'), labelled: true, cell: (session) => moment(session.startedAt) },
          { key: 'last', label: t('sessionLast'), labelled: true, cell: (session) => moment(session.lastUsedAt) },
          {
            key: 'end',
            label: t('sessionEnd'),
            labelHidden: true,
            cell: (session) =>
              session.current ? null : (
                <form action={end}>
                  <input type="hidden" name="session" value={session.id} />
                  <Button>{t('sessionEnd')}</Button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <form action={endOthers}>
          <Button>{t('sessionsEndOthers')}</Button>
        </form>
      ) : null}
    </Section>
  )
}

import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { deviceName } from '#lib/mail/device-name.ts'
import type { LivingSession } from '#lib/sessions/queries.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Actions, Button } from '#lib/ui/button.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'
import { endAllOf, endOne } from './actions.ts'

/** Who is signed in, on what, from where, since when; with the buttons that end it. */
export async function SessionTable({ sessions }: { sessions: LivingSession[] }) {
  const [t, locale] = await Promise.all([getTranslations('sessions'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const moment = (at: Date) => (
    <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
  )
  const device = (session: LivingSession) => deviceName(session.device) ?? t('unknownDevice')
  return (
    <Panel>
      <Table
        plain
        caption={t('who')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'person',
            label: t('person'),
            heading: true,
            width: '24%',
            cell: (session) => <Person session={session} kind={t(`kind.${session.kind}`)} />,
          },
          {
            key: 'device',
            label: t('device'),
            labelled: true,
            cell: (session) => <span title={session.device}>{device(session)}</span>,
          },
          { key: 'address', label: t('address'), labelled: true, nowrap: true, cell: ({ address }) => address },
          {
            key: 'started',
            label: t('started'),
            labelled: true,
            nowrap: true,
            cell: ({ startedAt }) => moment(startedAt),
          },
          { key: 'used', label: t('used'), labelled: true, nowrap: true, cell: ({ lastUsedAt }) => moment(lastUsedAt) },
          {
            key: 'acts',
            label: t('acts'),
            labelHidden: true,
            width: '24%',
            cell: (session) =>
              session.own ? (
                <Badge tone="info">{t('own')}</Badge>
              ) : (
                <Actions>
                  <form action={endOne}>
                    <input type="hidden" name="session" value={session.id} />
                    <Button aria-label={t('endOf', { name: session.person, device: device(session) })}>
                      {t('end')}
                    </Button>
                  </form>
                  <form action={endAllOf}>
                    <input type="hidden" name="kind" value={session.kind} />
                    <input type="hidden" name="owner" value={session.owner} />
                    <Button variant="plain" aria-label={t('endAllOf', { name: session.person })}>
                      {t('endAll')}
                    </Button>
                  </form>
                </Actions>
              ),
          },
        ]}
      />
    </Panel>
  )
}

function Person({ session: { person, login, company }, kind }: { session: LivingSession; kind: string }) {
  return (
    <>
      <bdi>{person}</bdi>
      <div data-part="field-note">
        {[kind, login, company].filter(Boolean).map((word, at) => (
          <span key={word}>
            {at > 0 ? ' · ' : ''}
            <bdi>{word}</bdi>
          </span>
        ))}
      </div>
    </>
  )
}

import { getLocale } from 'next-intl/server'
import { differences } from '#lib/audit/differences.ts'
import type { AuditRow } from '#lib/audit/queries/list.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { deviceName } from '#lib/mail/device-name.ts'
import { Panel } from '#lib/ui/panel.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

/** The log as one reads it: when, who, what, about what, and what is different since. */
export async function AuditTable({ rows }: { rows: AuditRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('audit'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Panel>
      <Table
        plain
        caption={t('action')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'at',
            label: t('at'),
            nowrap: true,
            labelled: true,
            cell: ({ at }) => (
              <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
            ),
          },
          { key: 'action', label: t('action'), heading: true, width: '18%', cell: ({ action }) => action },
          {
            key: 'actor',
            label: t('actor'),
            labelled: true,
            width: '18%',
            cell: ({ actorKind, actorId, actorName, address }) => (
              <>
                <bdi>
                  {actorName ??
                    (actorId === null
                      ? t(`kinds.${actorKind}`)
                      : t('gone', { kind: t(`kinds.${actorKind}`), id: String(actorId) }))}
                </bdi>
                {address ? <div data-part="field-note">{t('fromAddress', { address })}</div> : null}
              </>
            ),
          },
          {
            key: 'subject',
            label: t('subject'),
            labelled: true,
            width: '18%',
            cell: ({ subjectKind, subjectId, subjectName }) =>
              subjectKind || subjectName ? (
                <>
                  {subjectName ? <bdi>{subjectName}</bdi> : null}
                  <div data-part="field-note">{[subjectKind, subjectId].filter(Boolean).join(' ')}</div>
                </>
              ) : null,
          },
          {
            key: 'change',
            label: t('change'),
            width: '34%',
            cell: (row) => <Changes row={row} nothing={t('nothing')} />,
          },
        ]}
      />
    </Panel>
  )
}

function Changes({ row, nothing }: { row: AuditRow; nothing: string }) {
  const changes = differences(row.before, row.after)
  if (changes.length === 0) return null
  const both = row.before !== null
  return (
    <ul>
      {changes.map(({ key, before, after }) => (
        <li key={key}>
          {key ? `${key}: ` : ''}
          {both ? (
            <>
              <del dir="auto">{before ?? nothing}</del> → <ins dir="auto">{after ?? nothing}</ins>
            </>
          ) : (
            <span dir="auto">{key === 'device' ? (deviceName(after ?? '') ?? after) : after}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

import { getMessages } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import { problemOf } from '#lib/import/problem.ts'
import { paths } from '#lib/paths.ts'
import type { ReportRow } from '#lib/provisioning/queries/pages.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

const TONES = { created: 'success', changed: 'info', disabled: 'warning', left: 'low', refused: 'danger' } as const

/** People of a run with what became of each, and why. */
export async function PeopleTable({ rows, readable }: { rows: readonly ReportRow[]; readable: boolean }) {
  const t = await getTranslations('provisioning')
  const words = await rowWords()
  return (
    <Panel>
      <Table
        plain
        caption={t('run.people')}
        rows={rows}
        rowKey={({ number }) => number}
        columns={[
          {
            key: 'name',
            label: t('run.name'),
            heading: true,
            cell: ({ name, identity, contactId }) => (
              <span dir="auto">
                {contactId !== null && readable ? (
                  <a href={paths.deskContacts(contactId)}>{name || identity}</a>
                ) : (
                  name || identity
                )}
              </span>
            ),
          },
          {
            key: 'login',
            label: t('run.login'),
            labelled: true,
            cell: ({ login }) => <span dir="auto">{login}</span>,
          },
          {
            key: 'outcome',
            label: t('run.outcome'),
            nowrap: true,
            cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>,
          },
          {
            key: 'why',
            label: t('run.why'),
            cell: ({ changes, reasons }) => [...changes.map(words.change), ...reasons.map(words.reason)].join(', '),
          },
        ]}
      />
    </Panel>
  )
}

/** The keys of a report in words. */
async function rowWords() {
  const [t, messages] = await Promise.all([getTranslations('provisioning'), getMessages()])
  const changes: Record<string, string> = messages.provisioning.changes
  const { reasons } = messages.provisioning
  const isReason = (key: string): key is keyof typeof reasons => Object.hasOwn(reasons, key)
  return {
    change: (key: string) =>
      key.startsWith('field.') ? t('changes.field', { key: key.slice('field.'.length) }) : (changes[key] ?? key),
    reason: (text: string) => {
      const { key, at, arg } = problemOf(text)
      return isReason(key) ? t(`reasons.${key}`, { at, arg }) : key
    },
  }
}

import { getLocale, getMessages } from 'next-intl/server'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type RunRow, runsPage } from '#lib/provisioning/queries/pages.ts'
import { KEPT_RUNS, type RunKind } from '#lib/provisioning/run.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { beginRun } from './actions.ts'
import { peoplePath } from './address.ts'
import { SourceFrame } from './source-frame.tsx'

export const TONES = { waiting: 'low', running: 'info', done: 'success', held: 'warning', failed: 'danger' } as const

/** What was looked at and done so far, and the buttons that begin another run. */
export async function Runs({ viewer, server }: { viewer: EngineerViewer; server: number }) {
  const source = { kind: 'ldap', id: server } as const
  const [page, locale] = await Promise.all([runsPage(viewer, source), getLocale()])
  const t = await getTranslations('provisioning')
  const due = page.nextRunAt
    ? t('runs.next', { when: formatsFor(locale).relative(page.nextRunAt, new Date()) })
    : t('runs.off')
  return (
    <SourceFrame viewer={viewer} source={source} name={page.name} part="runs">
      <p>
        {t('runs.lead')} {due}
      </p>
      <div data-part="actions">
        <RunButton server={server} kind="dry" label={t('runs.dry')} />
        <RunButton server={server} kind="apply" label={t('runs.apply')} quiet />
      </div>
      {page.runs.length === 0 ? (
        <EmptyState icon="users" title={t('runs.empty')} text={t('runs.emptyText')} />
      ) : (
        <>
          <Panel>
            <Table
              plain
              caption={t('runs.list')}
              rows={page.runs}
              rowKey={({ id }) => id}
              columns={await columns(server)}
            />
          </Panel>
          <p data-part="field-note">{t('runs.kept', { count: KEPT_RUNS })}</p>
        </>
      )}
    </SourceFrame>
  )
}

/** Begins a run; with `agreed` one that may disable so many accounts. */
export async function RunButton({
  server,
  kind,
  label,
  agreed,
  quiet,
}: {
  server: number
  kind: RunKind
  label: string
  agreed?: number
  quiet?: boolean
}) {
  const messages = await getMessages()
  return (
    <RecordForm
      action={beginRun}
      {...(quiet ? { quiet } : {})}
      {...(agreed === undefined ? {} : { danger: true })}
      sections={[
        {
          fields: [
            { kind: 'hidden', name: 'server', value: server },
            { kind: 'hidden', name: 'kind', value: kind },
            ...(agreed === undefined ? [] : [{ kind: 'hidden', name: 'agreed', value: agreed } as const]),
          ],
        },
      ]}
      words={await formWords(label, messages.provisioning.problems)}
    />
  )
}

async function columns(server: number): Promise<Column<RunRow>[]> {
  const [t, locale] = await Promise.all([getTranslations('provisioning'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return [
    {
      key: 'run',
      label: t('runs.run'),
      heading: true,
      cell: ({ id, kind }) => <a href={peoplePath({ kind: 'ldap', id: server }, 'runs', id)}>{t(`kinds.${kind}`)}</a>,
    },
    {
      key: 'state',
      label: t('runs.state'),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: 'result',
      label: t('runs.result'),
      labelled: true,
      cell: ({ counts }) => (counts ? t('summary', counts) : '–'),
    },
    { key: 'by', label: t('runs.by'), hideBelow: 'md', cell: ({ engineer }) => engineer ?? t('runs.clock') },
    {
      key: 'when',
      label: t('runs.when'),
      labelled: true,
      nowrap: true,
      cell: ({ createdAt }) => (
        <RelativeTime
          iso={createdAt.toISOString()}
          text={formats.relative(createdAt, now)}
          full={formats.full(createdAt)}
        />
      ),
    },
  ]
}

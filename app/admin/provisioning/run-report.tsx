import { getLocale, getMessages } from 'next-intl/server'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type RunRow, runPage } from '#lib/provisioning/queries/pages.ts'
import { noCounts, OUTCOMES } from '#lib/provisioning/run.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { LookAgain } from '#lib/ui/look-again.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { peoplePath } from './address.ts'
import { PeopleTable } from './people-table.tsx'
import { RunButton } from './runs.tsx'
import { SourceFrame } from './source-frame.tsx'

const PAGE = 50

/** One run: how it stands, the counts, and person by person what became of them and why. */
export async function RunReport({
  viewer,
  server,
  run: id,
  search,
}: {
  viewer: EngineerViewer
  server: number
  run: number
  search: Record<string, string | undefined>
}) {
  const source = { kind: 'ldap', id: server } as const
  const outcome = OUTCOMES.find((one) => one === search.outcome)
  const after = /^\d{1,9}$/.test(search.after ?? '') ? Number(search.after) : 0
  const page = await runPage(viewer, source, id, { outcome, after, size: PAGE })
  const [t, locale] = await Promise.all([getTranslations('provisioning'), getLocale()])
  const formats = formatsFor(locale)
  const { run } = page
  const counts = run.counts ?? noCounts()
  const rows = page.rows.slice(0, PAGE)
  const address = (query: Record<string, string | undefined>) => peoplePath(source, 'runs', id, query)
  const title = t('run.title', { kind: t(`kinds.${run.kind}`), when: formats.full(run.createdAt) })
  return (
    <SourceFrame viewer={viewer} source={source} name={page.name} part="runs" title={title}>
      <Standing run={run} address={address({})} />
      {run.counts ? (
        <Section
          title={run.kind === 'apply' && run.state === 'done' ? t('run.did') : t('run.would')}
          more={<a href={peoplePath(source, 'runs')}>{t('run.back')}</a>}
        >
          <Tabs
            label={t('run.people')}
            tabs={[undefined, ...OUTCOMES].map((one) => ({
              href: address({ outcome: one }),
              label: one ? `${t(`outcomes.${one}`)} ${formats.number(counts[one])}` : t('run.all'),
              current: one === outcome,
            }))}
          />
          {rows.length === 0 ? (
            <p>{t('run.noRows')}</p>
          ) : (
            <PeopleTable rows={rows} readable={viewer.read_groups.length > 0} />
          )}
          {run.kind === 'apply' ? <p data-part="field-note">{t('run.rowsHelp')}</p> : null}
          {page.rows.length > PAGE ? (
            <div data-part="actions">
              <ButtonLink href={address({ outcome, after: String(rows.at(-1)?.number) })}>{t('run.next')}</ButtonLink>
            </div>
          ) : null}
        </Section>
      ) : null}
      {page.isLatest ? <Next run={run} server={server} /> : null}
    </SourceFrame>
  )
}

async function Standing({ run, address }: { run: RunRow; address: string }) {
  const [t, messages] = await Promise.all([getTranslations('provisioning'), getMessages()])
  const faults: Record<string, string> = messages.provisioning.faults
  if (run.state === 'waiting' || run.state === 'running') {
    return (
      <>
        <Notice>
          <output>{t('run.works')}</output>
        </Notice>
        <div data-part="actions">
          <ButtonLink href={address}>{t('run.look')}</ButtonLink>
        </div>
        <LookAgain seconds={2} />
      </>
    )
  }
  if (run.state === 'failed')
    return (
      <Notice tone="danger">
        {t('run.failed', { reason: faults[run.problem ?? ''] ?? messages.provisioning.faults.unexpected })}
      </Notice>
    )
  if (run.state === 'held') return <Notice tone="warning">{t('run.held', { count: run.counts?.disabled ?? 0 })}</Notice>
  return run.counts ? <Notice tone={run.kind === 'dry' ? 'info' : 'success'}>{t('summary', run.counts)}</Notice> : null
}

/** What may follow: the synchronisation after its rehearsal, or the agreement to what was held. */
async function Next({ run, server }: { run: RunRow; server: number }) {
  const t = await getTranslations('provisioning')
  const { created, changed, disabled } = run.counts ?? noCounts()
  if (run.state === 'held')
    return (
      <Section title={t('states.held')}>
        <p>{t('run.applyText')}</p>
        <RunButton server={server} kind="apply" label={t('run.agree', { count: disabled })} agreed={disabled} />
      </Section>
    )
  if (run.kind !== 'dry' || run.state !== 'done') return null
  if (created + changed + disabled === 0) return <p>{t('run.nothing')}</p>
  return (
    <Section title={t('kinds.apply')}>
      <p>{t('run.applyText')}</p>
      <RunButton server={server} kind="apply" label={t('run.applyNow')} />
    </Section>
  )
}

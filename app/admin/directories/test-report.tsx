import type { ProbeReport } from '#lib/auth/ldap/probe.ts'
import type { StoredDirectory } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { detailOf, faultKeyOf } from './fault-key.ts'
import { protectionOf } from './protection.ts'

type Directory = StoredDirectory & { id: number }
type Step = ProbeReport['steps'][number]

const LOOKS = {
  good: { tone: 'success', icon: 'circleCheck' },
  failed: { tone: 'danger', icon: 'warning' },
  skipped: { tone: 'low', icon: 'info' },
} as const

/** How far the test got, what ended it and what to do about it. */
export async function TestReport({ directory, report }: { directory: Directory; report: ProbeReport }) {
  const t = await getTranslations('directories')
  const failed = report.steps.find(({ state }) => state === 'failed')
  const fault = failed && faultKeyOf(failed, report)
  return (
    <>
      <Notice tone={fault ? 'danger' : 'success'}>
        {fault ? (
          <p>
            <strong>{t(`faults.${fault}.what`)}</strong> {t(`faults.${fault}.todo`)}
          </p>
        ) : (
          <p>{t('test.good')}</p>
        )}
        {fault || directory.active ? null : (
          <p>
            {t('test.turnOn')} <a href={paths.admin('directories', directory.id)}>{t('test.toForm')}</a>
          </p>
        )}
      </Notice>
      <Panel>
        <Table
          plain
          caption={t('test.steps')}
          rows={report.steps}
          rowKey={({ step }) => step}
          columns={[
            {
              key: 'step',
              label: t('test.step'),
              heading: true,
              width: '28%',
              cell: ({ step }) => t(`test.names.${step}`),
            },
            { key: 'state', label: t('state'), nowrap: true, cell: ({ state }) => <StepState state={state} /> },
            { key: 'result', label: t('test.result'), cell: (step) => <Result {...{ step, directory, report }} /> },
          ]}
        />
      </Panel>
      <Attributes names={report.attributes} />
    </>
  )
}

async function StepState({ state }: Pick<Step, 'state'>) {
  const t = await getTranslations('directories.test.states')
  return (
    <Badge tone={LOOKS[state].tone}>
      <Icon name={LOOKS[state].icon} />
      {t(state)}
    </Badge>
  )
}

async function Result({ step, directory, report }: { step: Step; directory: Directory; report: ProbeReport }) {
  const t = await getTranslations('directories')
  if (step.state === 'skipped') return '–'
  if (step.state === 'good') return <Did step={step.step} directory={directory} report={report} />
  const reason = detailOf(step)
  return (
    <>
      {t(`faults.${faultKeyOf(step, report)}.what`)}
      {reason ? (
        <div data-part="field-note" dir="auto">
          {t('test.details', { reason })}
        </div>
      ) : null}
    </>
  )
}

async function Did({ step, directory, report }: { step: Step['step']; directory: Directory; report: ProbeReport }) {
  const t = await getTranslations('directories.test')
  const { url, bindDn, baseDn, identityAttribute } = directory
  switch (step) {
    case 'reach':
      return t('did.reach', { url })
    case 'protect':
      return t(`did.protect.${protectionOf(directory)}`)
    case 'sign_on':
      return bindDn === null ? t('did.sign_on.anonymous') : t('did.sign_on.service', { dn: bindDn })
    case 'base':
      return t('did.base', { dn: baseDn })
    case 'people':
      return t('did.people', { count: report.people })
    case 'identity':
      return t('did.identity', { attribute: identityAttribute })
    case 'name': {
      const [found] = report.found
      return (
        <>
          {t('did.name', { dn: found?.dn ?? '' })}
          {found?.identity ? (
            <div data-part="field-note">
              {t('identity')}: <code>{found.identity}</code>. {t('identityHelp')}
            </div>
          ) : null}
        </>
      )
    }
  }
}

async function Attributes({ names }: { names: string[] }) {
  const t = await getTranslations('directories.test')
  if (names.length === 0) return null
  return (
    <Section title={t('attributes')}>
      <p>{t('attributesHelp')}</p>
      <p>
        {names.map((name, at) => (
          <span key={name}>
            {at > 0 ? ', ' : ''}
            <code>{name}</code>
          </span>
        ))}
      </p>
    </Section>
  )
}

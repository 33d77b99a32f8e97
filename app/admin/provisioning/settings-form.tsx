import { getLocale, getMessages } from 'next-intl/server'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { settingsPage } from '#lib/provisioning/queries/pages.ts'
import type { Source } from '#lib/provisioning/rule-set.ts'
import { SCHEDULES } from '#lib/provisioning/run.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm, type RecordSection } from '#lib/ui/record-form.tsx'
import { keepSettings } from './actions.ts'
import { SourceFrame } from './source-frame.tsx'

type Page = Awaited<ReturnType<typeof settingsPage>>

/** From which attributes a source's people are read, and when their accounts are made and disabled. */
export async function SettingsForm({
  viewer,
  source,
  done,
}: {
  viewer: EngineerViewer
  source: Source
  done: string | undefined
}) {
  const [messages, page] = await Promise.all([getMessages(), settingsPage(viewer, source)])
  const t = await getTranslations('provisioning.settings')
  return (
    <SourceFrame viewer={viewer} source={source} name={page.name} part="settings" done={done}>
      <RecordForm
        action={keepSettings}
        sections={await sections(source, page)}
        words={await formWords(t('save'), messages.provisioning.problems)}
      />
    </SourceFrame>
  )
}

async function sections(source: Source, page: Page): Promise<RecordSection[]> {
  const t = await getTranslations('provisioning.settings')
  const { settings, version } = page
  const hidden: RecordFieldSpec[] = [
    { kind: 'hidden', name: 'source', value: source.kind },
    { kind: 'hidden', name: 'sourceId', value: source.id },
    { kind: 'hidden', name: 'version', value: version },
  ]
  const code = { spellCheck: false, autoComplete: 'off' }
  const who: RecordSection = {
    title: t('who'),
    fields: [
      {
        kind: 'textarea',
        name: 'filter',
        label: t('filter'),
        help: t('filterHelp'),
        value: settings.filter,
        rows: 2,
        spellCheck: false,
      },
    ],
  }
  return [
    ...(source.kind === 'ldap' ? [who] : []),
    {
      title: t('attributes'),
      help: t('attributesHelp'),
      fields: [
        ...hidden,
        { kind: 'text', name: 'loginAttribute', label: t('login'), value: settings.loginAttribute, ...code },
        {
          kind: 'text',
          name: 'nameAttribute',
          label: t('name'),
          help: t('nameHelp'),
          value: settings.nameAttribute,
          ...code,
        },
        { kind: 'text', name: 'emailAttribute', label: t('email'), value: settings.emailAttribute, ...code },
        { kind: 'text', name: 'localeAttribute', label: t('locale'), value: settings.localeAttribute, ...code },
        {
          kind: 'textarea',
          name: 'fieldAttributes',
          label: t('fields'),
          help: t('fieldsHelp'),
          value: Object.entries(settings.fieldAttributes)
            .map(([field, attribute]) => `${field} = ${attribute}`)
            .join('\n'),
          rows: 4,
          spellCheck: false,
        },
      ],
    },
    { title: t('accounts'), fields: await accountFields(source, page) },
  ]
}

async function accountFields(source: Source, { settings, nextRunAt }: Page): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('provisioning')
  const formats = formatsFor(await getLocale())
  const justInTime: RecordFieldSpec = {
    kind: 'checkbox',
    name: 'justInTime',
    label: t('settings.justInTime'),
    help: t(`settings.justInTimeHelp.${source.kind}`),
    checked: settings.justInTime,
  }
  if (source.kind === 'oidc') return [justInTime]
  return [
    justInTime,
    {
      kind: 'checkbox',
      name: 'disableMissing',
      label: t('settings.disableMissing'),
      help: t('settings.disableMissingHelp'),
      checked: settings.disableMissing,
    },
    {
      kind: 'number',
      name: 'mostDisabled',
      label: t('settings.mostDisabled'),
      help: t('settings.limitHelp'),
      value: settings.mostDisabled,
      min: 1,
      max: 100_000,
    },
    {
      kind: 'number',
      name: 'mostDisabledPercent',
      label: t('settings.mostDisabledPercent'),
      value: settings.mostDisabledPercent,
      min: 1,
      max: 100,
    },
    {
      kind: 'radio',
      name: 'schedule',
      label: t('settings.schedule'),
      ...(nextRunAt ? { help: t('runs.next', { when: formats.relative(nextRunAt, new Date()) }) } : {}),
      value: settings.schedule,
      options: SCHEDULES.map((schedule) => ({ value: schedule, label: t(`settings.schedules.${schedule}`) })),
    },
  ]
}

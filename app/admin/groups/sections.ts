import { labelRows } from '#app/admin/queues/label-rows.ts'
import { themeChoice } from '#app/admin/theme-choice.ts'
import type { Level } from '#lib/groups/data-model.ts'
import { ASSIGNMENTS, type GroupChange } from '#lib/groups/input.ts'
import type { GroupFigures } from '#lib/groups/queries/figures.ts'
import type { ProfileChoice } from '#lib/groups/queries/pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Known = { stored: GroupChange; figures: GroupFigures; nameKeys: Record<Level, string[]> }

/** The form of a customer group; it says beforehand what each switch does to how many. */
export async function groupSections(profiles: ProfileChoice[], known?: Known): Promise<RecordSection[]> {
  const t = await getTranslations('groups.basics')
  return [
    { fields: [await names(known), ...(await keyAndLevels(known))] },
    {
      title: t('portalTitle'),
      fields: [await portal(known), ...(await assignment(profiles, known)), await theme(known)],
    },
    {
      title: t('display'),
      help: t('displayHelp', { example: '{last_name}, {first_name}' }),
      fields: await patterns(known),
    },
  ]
}

async function names(known?: Known): Promise<RecordFieldSpec> {
  const t = await getTranslations('groups')
  return labelRows(
    t('basics.names'),
    [{ name: 'labels', label: t('label'), texts: known?.stored.labels }],
    t('basics.namesHelp'),
  )
}

async function keyAndLevels(known?: Known): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('groups')
  const companies = known?.figures.companies ?? 0
  return [
    {
      kind: 'text',
      name: 'key',
      label: t('basics.key'),
      help: t('basics.keyHelp'),
      value: known?.stored.key,
      spellCheck: false,
      autoComplete: 'off',
    },
    {
      kind: 'radio',
      name: 'hasCompanies',
      label: t('basics.levels'),
      help: companies > 0 ? t('basics.companies', { count: companies }) : undefined,
      value: known?.stored.hasCompanies === false ? 'no' : 'yes',
      options: [
        { value: 'yes', label: t('levels.both'), help: t('basics.bothHelp') },
        { value: 'no', label: t('levels.contact'), help: t('basics.contactHelp') },
      ],
    },
  ]
}

async function portal(known?: Known): Promise<RecordFieldSpec> {
  const t = await getTranslations('groups.basics')
  const count = known?.figures.admitted ?? 0
  return {
    kind: 'checkbox',
    name: 'portalEnabled',
    label: t('portal'),
    help: known?.stored.portalEnabled ? t('portalOn', { count }) : t('portalOff', { count }),
    checked: known?.stored.portalEnabled ?? false,
  }
}

async function assignment(profiles: ProfileChoice[], known?: Known): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('groups')
  const help = {
    none: t('basics.noneHelp', { count: known?.figures.accounts ?? 0 }),
    manual: t('basics.manualHelp'),
    fixed: t('basics.fixedHelp'),
  }
  return [
    {
      kind: 'radio',
      name: 'accountAssignment',
      label: t('basics.assignment'),
      value: known?.stored.accountAssignment ?? 'manual',
      options: ASSIGNMENTS.map((value) => ({ value, label: t(`assignments.${value}`), help: help[value] })),
    },
    {
      kind: 'select',
      name: 'fixedProfileId',
      label: t('basics.profile'),
      help: t('basics.profileHelp'),
      empty: t('basics.profileNone'),
      value: known?.stored.fixedProfileId ? String(known.stored.fixedProfileId) : '',
      options: profiles.map(({ id, login, active, gives }) => ({
        value: String(id),
        label: active ? t('basics.profileChoice', { login, gives }) : t('basics.profileInactive', { login }),
      })),
    },
  ]
}

async function theme(known?: Known): Promise<RecordFieldSpec> {
  const t = await getTranslations('groups.basics')
  const worn = known?.stored.theme
  return {
    kind: 'select',
    name: 'theme',
    label: t('theme'),
    help: t('themeHelp'),
    empty: t('themeNone'),
    value: worn,
    options: themeChoice(worn, (theme) => t('themeGone', { theme })),
  }
}

async function patterns(known?: Known): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('groups.basics')
  const keys = known?.nameKeys ?? { company: [], contact: [] }
  const help = (level: Level) =>
    keys[level].length > 0
      ? t('patternHelp', { keys: keys[level].map((key) => `{${key}}`).join(', ') })
      : t('patternNone')
  const common = { kind: 'text', spellCheck: false, autoComplete: 'off' } as const
  const contact: RecordFieldSpec = {
    ...common,
    name: 'contactName',
    label: t('contactName'),
    help: help('contact'),
    value: known?.stored.contactName,
  }
  if (known?.stored.hasCompanies === false) return [contact]
  return [
    contact,
    {
      ...common,
      name: 'companyName',
      label: t('companyName'),
      help: help('company'),
      value: known?.stored.companyName,
    },
  ]
}

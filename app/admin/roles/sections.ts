import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { GROUP_GRANTS, QUEUE_GRANTS, RIGHTS } from '#lib/roles/grants.ts'
import type { RoleChange } from '#lib/roles/input.ts'
import type { GroupLine, Lines, QueueLine } from '#lib/roles/queries/page.ts'
import type { RecordSection } from '#lib/ui/record-form.tsx'

/** The form of a role: name, the two matrices and what holds everywhere. */
export async function roleSections(role: Partial<RoleChange>, lines: Lines): Promise<RecordSection[]> {
  const t = await getTranslations('roles')
  return [
    {
      title: t('role'),
      fields: [
        { kind: 'text', name: 'name', label: t('name'), help: t('nameHelp'), value: role.name, autoComplete: 'off' },
        { kind: 'text', name: 'description', label: t('description'), value: role.description, autoComplete: 'off' },
      ],
    },
    await queueSection(role, lines.queues),
    await groupSection(role, lines.groups),
    {
      title: t('rights'),
      fields: [
        {
          kind: 'checkboxes',
          name: 'rights',
          label: t('rightsLabel'),
          options: RIGHTS.map((right) => ({ value: right, label: t(`right.${right}`), help: t(`rightHelp.${right}`) })),
          values: role.rights ?? [],
        },
      ],
    },
  ]
}

async function queueSection({ queues = [] }: Partial<RoleChange>, lines: QueueLine[]): Promise<RecordSection> {
  const t = await getTranslations('roles')
  const rowsOf = (faq: boolean) =>
    lines
      .filter((line) => line.faq === faq)
      .map(({ id, label, active }) => ({ key: String(id), label, note: active ? undefined : t('inactiveQueue') }))
  const groups = [
    { label: t('regular'), rows: rowsOf(false) },
    { label: t('faq'), rows: rowsOf(true) },
  ].filter(({ rows }) => rows.length > 0)
  return {
    title: t('queues'),
    help: lines.length > 0 ? t('queuesHelp') : t('noQueues'),
    fields: [
      {
        kind: 'matrix',
        name: 'queues',
        label: t('queues'),
        corner: t('queue'),
        rows: [],
        groups,
        columns: QUEUE_GRANTS.map((grant) => ({ key: grant, label: t(`grant.${grant}`) })),
        checked: cellsOf(queues),
      },
    ],
  }
}

async function groupSection({ groups = [] }: Partial<RoleChange>, lines: GroupLine[]): Promise<RecordSection> {
  const t = await getTranslations('roles')
  return {
    title: t('groups'),
    help: lines.length > 0 ? t('groupsHelp') : t('noGroups'),
    fields: [
      {
        kind: 'matrix',
        name: 'groups',
        label: t('groups'),
        corner: t('group'),
        rows: lines.map(({ id, label, portalEnabled }) => ({
          key: String(id),
          label,
          note: portalEnabled ? undefined : t('noPortal'),
        })),
        columns: GROUP_GRANTS.map((grant) => ({ key: grant, label: t(`grant.${grant}`) })),
        checked: cellsOf(groups),
      },
    ],
  }
}

function cellsOf(entries: { id: number; grants: string[] }[]): string[] {
  return entries.flatMap(({ id, grants }) => grants.map((grant) => `${id}:${grant}`))
}

export async function roleWords(submit: string) {
  const t = await getTranslations('roles.problems')
  return formWords(submit, {
    unknown: t('unknown'),
    held: t('held'),
    lastAdministrator: t('lastAdministrator'),
  })
}

import { getTranslations } from '#lib/i18n/translations.ts'
import { compareRoles, differs } from '#lib/roles/compare.ts'
import type { RoleChange } from '#lib/roles/input.ts'
import type { Lines } from '#lib/roles/queries/page.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { type ComparedRow, ComparisonTable } from './comparison-table.tsx'

/** What two roles grant, where they differ and where not. */
export async function Comparison({ pair: [left, right], lines }: { pair: [RoleChange, RoleChange]; lines: Lines }) {
  const t = await getTranslations('roles')
  const order = { queues: lines.queues.map(({ id }) => id), groups: lines.groups.map(({ id }) => id) }
  const compared = compareRoles(left, right, order)
  const labels = (side: { id: number; label: string }[]) => new Map(side.map(({ id, label }) => [id, label]))
  const [queueLabels, groupLabels] = [labels(lines.queues), labels(lines.groups)]
  const word = (grant: Parameters<typeof wordOf>[1]) => wordOf(t, grant)
  const parts = [
    {
      title: t('queues'),
      label: t('queue'),
      rows: compared.queues.map((line) => rowOf(line, queueLabels.get(line.id), word)),
    },
    {
      title: t('groups'),
      label: t('group'),
      rows: compared.groups.map((line) => rowOf(line, groupLabels.get(line.id), word)),
    },
    {
      title: t('rights'),
      label: t('grants'),
      rows: [rowOf({ id: 0, ...compared.rights }, t('rightsLabel'), (right) => t(`right.${right}`))],
    },
  ].filter(({ rows }) => rows.length > 0)
  const differences = parts.flatMap(({ rows }) => rows).filter(differs).length
  return (
    <>
      <Notice tone={differences > 0 ? 'info' : 'success'}>{t('differences', { count: differences })}</Notice>
      {parts.map(({ title, label, rows }) => (
        <Section key={title} title={title}>
          <Panel>
            <ComparisonTable caption={title} label={label} names={[left.name, right.name]} rows={rows} />
          </Panel>
        </Section>
      ))}
    </>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'roles'>>>
type Grant = RoleChange['queues'][number]['grants'][number] | RoleChange['groups'][number]['grants'][number]
const wordOf = (t: Words, grant: Grant) => t(`grant.${grant}`)

function rowOf<Of>(
  line: { id: number; both: Of[]; onlyLeft: Of[]; onlyRight: Of[] },
  label: string | undefined,
  word: (grant: Of) => string,
): ComparedRow {
  return {
    id: line.id,
    label: label ?? String(line.id),
    both: line.both.map(word),
    onlyLeft: line.onlyLeft.map(word),
    onlyRight: line.onlyRight.map(word),
  }
}

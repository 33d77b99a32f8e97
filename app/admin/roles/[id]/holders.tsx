import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { Holder } from '#lib/roles/queries/page.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

/** What saving a role does, and to whom. */
export async function saveStatus(holders: Holder[]): Promise<string> {
  const t = await getTranslations('roles')
  const active = holders.filter((one) => one.active)
  const profiles = active.filter(({ isTrack }) => isTrack)
  const counts = [
    ['engineersCount', active.length - profiles.length],
    ['profilesCount', profiles.length],
    ['contactsCount', profiles.reduce((sum, { contacts }) => sum + contacts, 0)],
  ] as const
  const who = counts.flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : []))
  return who.length > 0 ? t('status', { who: who.join(', ') }) : t('statusNobody')
}

/** The engineers and profiles that have the role. */
export async function Holders({ holders }: { holders: Holder[] }) {
  const t = await getTranslations('roles')
  return (
    <Section title={t('whoHasIt')}>
      {holders.length === 0 ? (
        <p>{t('nobodyHasIt')}</p>
      ) : (
        <Panel>
          <Table
            plain
            caption={t('whoHasIt')}
            rows={holders}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'who',
                label: t('who'),
                heading: true,
                cell: ({ id, name }) => (
                  <a href={paths.admin('people', id)} dir="auto">
                    {name}
                  </a>
                ),
              },
              {
                key: 'kind',
                label: t('kind'),
                cell: ({ isTrack, active }) => (
                  <>
                    {isTrack ? <Badge tone="info">{t('profile')}</Badge> : <Badge>{t('engineer')}</Badge>}{' '}
                    {active ? null : <Badge tone="warning">{t('inactive')}</Badge>}
                  </>
                ),
              },
              {
                key: 'contacts',
                label: t('contacts'),
                labelled: true,
                align: 'end',
                cell: ({ isTrack, contacts }) => (isTrack ? t('reached', { count: contacts }) : null),
              },
            ]}
          />
        </Panel>
      )}
    </Section>
  )
}

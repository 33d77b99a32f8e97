import { getLocale } from 'next-intl/server'
import { CONTACTS_BOUND, type EngineerRow } from '#lib/engineers/queries/list.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Engineers and profiles: what each is, which roles it has, and when or by how many it was used. */
export async function PeopleTable({ rows, caption }: { rows: EngineerRow[]; caption: string }) {
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const formats = formatsFor(locale)
  return (
    <Table
      plain
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: ({ id, name, login }) => (
            <>
              <a href={paths.admin('people', id)} dir="auto">
                {name}
              </a>
              <div data-part="field-note">{login}</div>
            </>
          ),
        },
        {
          key: 'kind',
          label: t('kind'),
          nowrap: true,
          cell: ({ isTrack, active, waitsUntil }) => (
            <>
              {isTrack ? <Badge tone="info">{t('profile')}</Badge> : <Badge>{t('engineer')}</Badge>}
              {active ? null : (
                <>
                  {' '}
                  <Badge tone="warning">{t('inactive')}</Badge>
                </>
              )}
              {waitsUntil ? (
                <div>
                  <Badge tone="danger">{t('waits', { until: formats.full(waitsUntil) })}</Badge>
                </div>
              ) : null}
            </>
          ),
        },
        {
          key: 'roles',
          label: t('roles'),
          labelled: true,
          width: '34%',
          cell: ({ roles }) => roles.join(', ') || t('noRoles'),
        },
        { key: 'use', label: t('use'), nowrap: true, cell: (row) => <Use row={row} /> },
      ]}
    />
  )
}

/** Of a profile its contacts, of an engineer the last sign-in. */
async function Use({ row: { isTrack, contacts, lastSignInAt } }: { row: EngineerRow }) {
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  if (isTrack) {
    const count = contacts ?? 0
    return count < CONTACTS_BOUND ? t('contacts', { count }) : t('contactsBound', { count })
  }
  if (!lastSignInAt) return `${t('lastSignIn')}: ${t('never')}`
  const formats = formatsFor(locale)
  return (
    <>
      {t('lastSignIn')}:{' '}
      <RelativeTime
        iso={lastSignInAt.toISOString()}
        text={formats.relative(lastSignInAt, new Date())}
        full={formats.full(lastSignInAt)}
      />
    </>
  )
}

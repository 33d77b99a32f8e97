import { getLocale } from 'next-intl/server'
import type { ContactRow } from '#lib/contacts/queries/list.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Contacts as an engineer looks for them: who, where, how to reach, and whether the portal is open to them. */
export async function ContactTable({ rows, groups }: { rows: ContactRow[]; groups: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Table
      plain
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: (row) => (
            <>
              <a href={paths.deskContacts(row.id)} dir="auto">
                {row.name}
              </a>{' '}
              {row.active ? null : <Badge>{t('inactive')}</Badge>}
              {row.email ? <div data-part="field-note">{row.email}</div> : null}
            </>
          ),
        },
        {
          key: 'company',
          label: groups ? t('companyAndGroup') : t('company'),
          cell: (row) => (
            <>
              {row.companyId === null ? null : (
                <a href={paths.deskCompanies(row.companyId)} dir="auto">
                  {row.company}
                </a>
              )}
              {groups ? <div data-part="field-note">{row.group}</div> : null}
            </>
          ),
        },
        { key: 'login', label: t('login'), labelled: true, hideBelow: 'lg', cell: (row) => row.login },
        {
          key: 'portal',
          label: t('portal'),
          labelled: true,
          nowrap: true,
          cell: ({ portal, lastSignInAt: at, waitsUntil }) => {
            if (waitsUntil) return <Badge tone="danger">{t('portalWaits', { until: formats.full(waitsUntil) })}</Badge>
            if (portal === null) return t('portalStates.none')
            const stands = portal === 'ready' ? 'neverSignedIn' : portal
            if (portal !== 'ready' || !at) return <Badge tone={tones[stands]}>{t(`portalStates.${stands}`)}</Badge>
            return <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
          },
        },
      ]}
    />
  )
}

const tones = { noProfile: 'warning', disabled: 'danger', neverSignedIn: 'info' } as const

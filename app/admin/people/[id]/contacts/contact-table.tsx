import { getLocale } from 'next-intl/server'
import type { ProfileContact } from '#lib/engineers/queries/contacts.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Contacts with their login, company and last sign-in. */
export async function ContactTable({ rows, caption }: { rows: ProfileContact[]; caption: string }) {
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Table
      plain
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('contact'),
          heading: true,
          cell: ({ id, name, login, disabled }) => (
            <>
              <a href={paths.deskContacts(id)} dir="auto">
                {name}
              </a>{' '}
              {disabled ? <Badge tone="warning">{t('disabled')}</Badge> : null}
              <div data-part="field-note">{login}</div>
            </>
          ),
        },
        {
          key: 'company',
          label: t('company'),
          width: '34%',
          cell: ({ company, group }) => (
            <>
              {company ? <div dir="auto">{company}</div> : null}
              <div data-part="field-note">{group}</div>
            </>
          ),
        },
        {
          key: 'lastSignIn',
          label: t('lastSignIn'),
          labelled: true,
          nowrap: true,
          cell: ({ lastSignInAt: at }) =>
            at ? (
              <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
            ) : (
              t('never')
            ),
        },
      ]}
    />
  )
}

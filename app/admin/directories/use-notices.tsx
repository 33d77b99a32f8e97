import { waysIn } from '#lib/auth/methods.ts'
import type { DirectoryRow } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** Where the way in and the directories do not fit together: one that nobody asks, or nobody there to be asked. */
export async function UseNotices({ rows }: { rows: DirectoryRow[] }) {
  const t = await getTranslations('directories.use')
  const kinds = await Promise.all(
    (['contact', 'engineer'] as const).map(async (kind) => {
      const ways = await waysIn(kind)
      const served = rows.some((row) => row.active && (kind === 'contact' ? row.forContacts : row.forEngineers))
      const asked = ways.includes('LDAP')
      return { kind, method: ways.join(','), served, asked }
    }),
  )
  return kinds
    .filter(({ served, asked }) => served !== asked)
    .map(({ kind, method, asked }) => (
      <Notice key={kind} tone={asked ? 'warning' : 'info'}>
        <p>
          {t(`${asked ? 'missing' : 'unasked'}.${kind}`, { method })}{' '}
          <a href={paths.admin('settings', `${kind}.authentication.method`)}>{t(`toSetting.${kind}`)}</a>
        </p>
      </Notice>
    ))
}

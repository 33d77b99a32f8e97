import type { EngineerViewer } from '#lib/access/viewer.ts'
import { directoryList } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'

/** Beside the choice of the way in: how many directories would answer. */
export async function ServedNote({ viewer, kind }: { viewer: EngineerViewer; kind: 'contact' | 'engineer' }) {
  const [t, rows] = await Promise.all([getTranslations('directories.use'), directoryList(viewer)])
  const count = rows.filter(
    (row) => row.active && (kind === 'contact' ? row.forContacts : row.forEngineers) && row.trouble !== 'secret',
  ).length
  return (
    <Notice tone={count === 0 ? 'warning' : 'info'}>
      <p>
        {t(`served.${kind}`, { count })} <a href={paths.admin('directories')}>{t('toDirectories')}</a>
      </p>
    </Notice>
  )
}

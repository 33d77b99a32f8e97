import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'

/**
 * What stands around recovery codes when they are shown, for the only time. `led` is whoever had to set a factor up first: the
 * way goes on to where it was going.
 */
export async function codesShown(viewer: SignedInViewer | ViewingViewer, { led }: { led: boolean }) {
  const t = await getTranslations('factors')
  const kind = viewer.kind === 'engineer' ? 'engineer' : 'contact'
  const on = led ? (kind === 'engineer' ? paths.desk() : paths.welcome()) : paths.secondFactor(kind)
  return {
    note: t('codesOnce'),
    next: (
      <ButtonLink variant="primary" href={on}>
        {t('continue')}
      </ButtonLink>
    ),
  }
}

import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { PageHeader } from '#lib/ui/page.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'

type Shown = { id: number; name: string; isTrack: boolean; active: boolean; contacts: number }

/** Who this is, and of a profile the way to its contacts. */
export async function PersonHeader({
  person: { id, name, isTrack, active, contacts },
  dates,
  tab = 'form',
}: {
  person: Shown
  dates?: { createdAt: Date; lastSignInAt: Date | null }
  tab?: 'form' | 'contacts'
}) {
  const [t, locale] = await Promise.all([getTranslations('people'), getLocale()])
  const formats = formatsFor(locale)
  return (
    <>
      <PageHeader
        title={name}
        meta={
          <>
            {isTrack ? <Badge tone="info">{t('profile')}</Badge> : <Badge>{t('engineer')}</Badge>}
            {active ? <Badge tone="success">{t('active')}</Badge> : <Badge tone="warning">{t('inactive')}</Badge>}
            {dates ? (
              <span>
                {t('created')}: {formats.date(dates.createdAt)}
              </span>
            ) : null}
            {dates && !isTrack ? (
              <span>
                {t('lastSignIn')}: {dates.lastSignInAt ? formats.full(dates.lastSignInAt) : t('never')}
              </span>
            ) : null}
          </>
        }
      />
      {isTrack ? (
        <Tabs
          label={name}
          tabs={[
            { href: paths.admin('people', id), label: t('tabProfile'), current: tab === 'form' },
            {
              href: paths.admin('people', id, 'contacts'),
              label: t('tabContacts', { count: contacts }),
              current: tab === 'contacts',
            },
          ]}
        />
      ) : null}
    </>
  )
}

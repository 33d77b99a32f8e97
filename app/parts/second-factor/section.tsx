import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { ownFactors } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'

/** On the account page: whether there is a second factor, and the way to it. */
export async function FactorSection({ viewer }: { viewer: SignedInViewer | ViewingViewer }) {
  const t = await getTranslations('factors')
  const { app, passkeys } = await ownFactors(viewer)
  const on = app !== null || passkeys.length > 0
  return (
    <Section title={t('title')}>
      <p>{on ? t('account.on') : t('account.off')}</p>
      <p>
        <ButtonLink href={paths.secondFactor(viewer.kind === 'engineer' ? 'engineer' : 'contact')}>
          {t('open')}
        </ButtonLink>
      </p>
    </Section>
  )
}

import type { ReactNode } from 'react'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { notFound } from '#lib/errors.ts'
import { type OwnFactors, ownFactors } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { AppStep } from './app-step.tsx'
import { CodesStep } from './codes-step.tsx'
import { PasskeyStep } from './passkey-step.tsx'
import { RemoveStep } from './remove-step.tsx'

type Wanted = { step: unknown; factor: string | undefined }

/** One step of keeping one's second factor: `app`, `passkey`, `codes`, `remove`. @throws AppError `not_found` for any other */
export async function factorStep(viewer: SignedInViewer | ViewingViewer, wanted: Wanted) {
  const t = await getTranslations('factors')
  const kind = viewer.kind === 'engineer' ? 'engineer' : 'contact'
  const { title, lead, body } = await stepOf(viewer, await ownFactors(viewer), wanted)
  const page = (
    <Page>
      <PageHeader title={title} lead={lead} meta={<a href={paths.secondFactor(kind)}>{t('title')}</a>} />
      {body}
    </Page>
  )
  return { title, page }
}

async function stepOf(
  viewer: SignedInViewer | ViewingViewer,
  factors: OwnFactors,
  { step, factor }: Wanted,
): Promise<{ title: string; lead?: string; body: ReactNode }> {
  const t = await getTranslations('factors')
  if (step === 'app')
    return { title: t('app'), lead: t('appLead'), body: <AppStep viewer={viewer} factors={factors} /> }
  if (step === 'passkey') return { title: t('passkeyAdd'), body: <PasskeyStep viewer={viewer} factors={factors} /> }
  if (step === 'codes')
    return { title: t('codesRenew'), lead: t('codesRenewLead'), body: <CodesStep viewer={viewer} factors={factors} /> }
  const what = step === 'remove' ? nameOf(factors, factor, t('removeApp')) : undefined
  if (what === undefined || factor === undefined) throw notFound()
  const kind = viewer.kind === 'engineer' ? 'engineer' : 'contact'
  return { title: t('removeTitle', { what }), body: <RemoveStep kind={kind} factors={factors} factor={factor} /> }
}

function nameOf({ app, passkeys }: OwnFactors, factor: string | undefined, appName: string): string | undefined {
  if (factor === 'app') return app ? appName : undefined
  return passkeys.find(({ id }) => `passkey-${id}` === factor)?.name
}

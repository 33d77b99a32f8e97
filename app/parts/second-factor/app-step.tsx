import type { ReactNode } from 'react'
import { formWords } from '#app/parts/form-words.ts'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { ownLogin } from '#lib/accounts/queries.ts'
import { keyUri } from '#lib/auth/second-factor/totp.ts'
import type { OwnFactors } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { Actions, Button, ButtonLink } from '#lib/ui/button.tsx'
import { Form } from '#lib/ui/form.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { factorProblems } from '../factor-problems.ts'
import { beginAppSetUp, confirmAppSetUp } from './actions.ts'
import { codesShown } from './codes-shown.tsx'
import { proofFields } from './proof-fields.ts'
import { QrPicture } from './qr-picture.tsx'

/** The new app reads the picture, and a code of it switches it on. */
export async function AppStep({ viewer, factors }: { viewer: SignedInViewer | ViewingViewer; factors: OwnFactors }) {
  const t = await getTranslations('factors')
  const kind = viewer.kind === 'engineer' ? 'engineer' : 'contact'
  const { pending, asked } = factors
  const back = <ButtonLink href={paths.secondFactor(kind)}>{t('back')}</ButtonLink>
  return (
    <>
      {pending === null ? null : <Secret viewer={viewer} secret={pending} />}
      <RecordForm
        action={confirmAppSetUp}
        sections={[
          {
            fields: [
              {
                kind: 'text',
                name: 'code',
                label: t('code'),
                help: t('codeHelp'),
                autoComplete: 'one-time-code',
                inputMode: 'numeric',
              },
              ...(await proofFields(asked)),
            ],
          },
        ]}
        words={await formWords(t('confirm'), await factorProblems())}
        once={await codesShown(viewer, { led: factors.required })}
        closed={pending === null ? <Start replaces={factors.app !== null} back={back} /> : undefined}
      >
        {back}
      </RecordForm>
    </>
  )
}

async function Secret({ viewer, secret }: { viewer: SignedInViewer | ViewingViewer; secret: string }) {
  const [t, theme, login] = await Promise.all([getTranslations('factors'), wornTheme(), ownLogin(viewer)])
  return (
    <section data-part="section" aria-label={t('appSteps')}>
      <p>{t('appPicture')}</p>
      <QrPicture text={keyUri(secret, { issuer: theme.name, label: login })} label={t('appPictureLabel')} />
      <p>{t('appSecret')}</p>
      <p>
        <code data-part="secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>{t('appType')}</p>
    </section>
  )
}

async function Start({ replaces, back }: { replaces: boolean; back: ReactNode }) {
  const t = await getTranslations('factors')
  return (
    <Form action={beginAppSetUp}>
      <p>
        {t('appStart')} {replaces ? t('appStartReplace') : null}
      </p>
      <Actions>
        <Button variant="primary">{t('appBegin')}</Button>
        {back}
      </Actions>
    </Form>
  )
}

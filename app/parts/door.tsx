import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '#app/preferences/switches.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { footerOf } from '#lib/themes/footer.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { SignInShell } from '#lib/ui/shell/sign-in-shell.tsx'
import { PreviewBanner } from './preview-banner.tsx'

/** The brand's page before sign-in: logo, title, and one thing to do. */
export async function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const [theme, locale, t] = await Promise.all([wornTheme(), getLocale(), getTranslations()])
  return (
    <SignInShell
      layout={theme.layout.login}
      labels={{ skip: t('common.skip') }}
      name={theme.name}
      logos={theme.logos}
      title={title}
      lead={lead}
      aside={theme.slot('login-aside', locale)}
      switches={<LanguageSwitch />}
      footer={footerOf(theme, locale, t)}
    >
      <title>{`${title} – ${theme.name}`}</title>
      <PreviewBanner />
      {children}
    </SignInShell>
  )
}

import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getTranslations } from '#lib/i18n/translations.ts'
import { chosenScheme, wornTheme } from '#lib/themes/worn.ts'
import './globals.css'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [theme, locale, t] = await Promise.all([wornTheme(), getLocale(), getTranslations('signIn')])
  const { layout } = theme
  return (
    <html
      lang={locale}
      data-scheme={await chosenScheme(theme)}
      data-header={layout.header}
      data-nav={layout.nav}
      data-login={layout.login}
      data-list={layout.list}
      data-density={layout.density}
      data-width={layout.width}
    >
      <head>
        <meta name="description" content={`${theme.name}: ${t('lead')}`} />
        <link rel="icon" href={theme.assets.favicon} />
        {theme.preloads.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={font} />
        ))}
        <link rel="stylesheet" href={theme.stylesheet} precedence="theme" />
      </head>
      <body>{children}</body>
    </html>
  )
}

import type { ReactNode } from 'react'
import { Logo, type LogoPair } from '#lib/ui/logo.tsx'
import { Footer, type FooterProps } from '#lib/ui/shell/footer.tsx'
import { SkipLink } from '#lib/ui/skip-link.tsx'

const logoPlace = { card: 'surface', split: 'inverse', cover: 'header' } as const

/**
 * Sign-in and its neighbours. The layout is an argument and not an attribute of <html>, because the logo that is
 * legible on the brand's ground depends on it.
 */
export function SignInShell({
  layout,
  labels,
  name,
  logos,
  title,
  lead,
  aside,
  switches,
  footer,
  children,
}: {
  layout: keyof typeof logoPlace
  labels: { skip: string }
  /** The portal's or company's name, the logo's text. */
  name: string
  logos?: Record<(typeof logoPlace)[keyof typeof logoPlace], LogoPair> | undefined
  title: string
  lead?: ReactNode
  /** The theme's aside slot, already safe. */
  aside?: string | undefined
  /** Language switch. */
  switches?: ReactNode
  footer: FooterProps
  children: ReactNode
}) {
  return (
    <div data-part="sign-in" data-state={layout}>
      <SkipLink label={labels.skip} />
      <header>
        <span data-part="brand">{logos ? <Logo pair={logos[logoPlace[layout]]} name={name} /> : name}</span>
        {switches}
      </header>
      <main id="main" tabIndex={-1}>
        <div data-part="sign-in-lead">
          <h1>{title}</h1>
          {lead ? <p>{lead}</p> : null}
        </div>
        {children}
      </main>
      {aside ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the theme's Markdown, which holds no HTML
        <aside data-part="sign-in-aside" dangerouslySetInnerHTML={{ __html: aside }} />
      ) : (
        <div data-part="sign-in-aside" />
      )}
      <Footer {...footer} />
    </div>
  )
}

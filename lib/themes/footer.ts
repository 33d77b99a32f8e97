import type { Theme } from './types.ts'

type Say = (
  key: 'common.legal' | 'common.imprint' | 'common.privacy' | 'common.accessibility' | 'common.website',
) => string

/** The theme's footer slot and its legal links, worded in the page's language. */
export function footerOf(theme: Theme, locale: string, t: Say) {
  const { imprint, privacy, accessibility, website, help } = theme.links
  const links = [
    { href: website, label: t('common.website') },
    { href: imprint, label: t('common.imprint') },
    { href: privacy, label: t('common.privacy') },
    { href: accessibility, label: t('common.accessibility') },
  ]
  return {
    html: theme.slot('footer', locale),
    label: t('common.legal'),
    links: [
      ...help.map(({ url, label }) => ({ href: url, label })),
      ...links.flatMap(({ href, label }) => (href ? [{ href, label }] : [])),
    ],
  }
}

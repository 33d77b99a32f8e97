import { Fragment } from 'react'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { Scheme, Theme } from '#lib/themes/types.ts'

/** A page of the theme in miniature: header, surface, text, button, and the colours of states. Drawn, because no style is inline. */
function Swatch({ theme, scheme, label }: { theme: Theme; scheme: Scheme; label: string }) {
  const colour = (role: string) => theme.tokens[scheme][role] ?? 'none'
  return (
    <svg data-part="swatch" viewBox="0 0 160 100" role="img" aria-label={label}>
      <rect width="160" height="100" fill={colour('canvas')} />
      <rect width="160" height="18" fill={colour('header')} />
      <rect x="8" y="6" width="36" height="6" rx="1" fill={colour('on-header')} />
      <rect x="12" y="28" width="136" height="62" fill={colour('surface')} stroke={colour('line')} />
      <rect x="20" y="36" width="70" height="6" rx="1" fill={colour('on-surface')} />
      <rect x="20" y="48" width="110" height="4" rx="1" fill={colour('on-surface-muted')} />
      <rect x="20" y="56" width="92" height="4" rx="1" fill={colour('on-surface-muted')} />
      <rect x="20" y="70" width="40" height="13" rx="2" fill={colour('action')} />
      <rect x="27" y="75" width="26" height="3" rx="1" fill={colour('on-action')} />
      {['success', 'warning', 'danger', 'info'].map((role, at) => (
        <circle key={role} cx={104 + at * 13} cy="77" r="4.5" fill={colour(role)} />
      ))}
    </svg>
  )
}

/** The theme in each of its schemes, side by side. */
export async function Swatches({ theme }: { theme: Theme }) {
  const t = await getTranslations('themesAdmin')
  const schemes: readonly Scheme[] = theme.schemes === 'both' ? ['light', 'dark'] : [theme.schemes]
  return schemes.map((scheme) => (
    <Fragment key={scheme}>
      <Swatch
        theme={theme}
        scheme={scheme}
        label={t('swatch', { name: theme.name, scheme: t(`schemes.${scheme}`) })}
      />{' '}
    </Fragment>
  ))
}

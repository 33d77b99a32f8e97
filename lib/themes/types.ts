export type Scheme = 'light' | 'dark'

export type Layout = {
  header: 'bar' | 'stacked' | 'centered'
  nav: 'top' | 'side'
  login: 'card' | 'split' | 'cover'
  /** Blocks of the welcome page, in their order. */
  home: string[]
  list: 'table' | 'cards' | 'compact'
  density: 'compact' | 'normal' | 'comfortable'
  width: 'narrow' | 'normal' | 'wide' | 'full'
}

/** URLs under `/theme/`, named by content. A theme without its own dark or single-colour logo repeats `logo`. */
export type Assets = {
  logo: string
  logoDark: string
  logoMono: string
  favicon: string
  logoEmail?: string
  icon512?: string
  iconMaskable512?: string
  og?: string
}

/** The logo that is legible on a surface, per scheme: a near-black side bar needs the dark logo in the light scheme too. */
export type Logos = Record<LogoPlace, Record<Scheme, string>>
export type LogoPlace = 'header' | 'sidebar' | 'footer' | 'surface' | 'canvas' | 'inverse'

export type Links = {
  imprint?: string | undefined
  privacy?: string | undefined
  accessibility?: string | undefined
  website?: string | undefined
  help: { label: string; url: string }[]
}

/** View settings, never permissions: what is listed here still passes the viewer's rights. */
export type TicketList = {
  columns: { field: string; width?: string | undefined; hideBelow?: string | undefined }[]
  sort: string
  filters: string[]
  pageSize: number
}

export type TicketForm = {
  sections: { title: string; fields: string[] }[]
  fields: Record<
    string,
    {
      label?: string | undefined
      help?: string | undefined
      placeholder?: string | undefined
      hidden?: boolean | undefined
    }
  >
}

/** A finished skin. Every member is in memory; reading one costs nothing. */
export type Theme = {
  id: string
  name: string
  /** `/theme/<hash>.css`; the name changes with the content. */
  stylesheet: string
  schemes: Scheme | 'both'
  defaultScheme: Scheme | 'system'
  allowToggle: boolean
  layout: Layout
  assets: Assets
  logos: Logos
  /** Font URLs worth a preload, two at most. */
  preloads: string[]
  links: Links
  /** Message overrides, nested like the message files; `{}` where the theme changes nothing. */
  texts(locale: string): Record<string, unknown>
  /** Safe HTML of a Markdown slot in the locale, or in English, or nothing. */
  slot(name: string, locale: string): string | undefined
  ticketList: TicketList
  ticketForm: TicketForm
  /** Resolved `--p-*` values without the prefix, for mails, the web-app manifest and `theme-color`. */
  tokens: Record<Scheme, Readonly<Record<string, string>>>
}

export type DegradedTheme = { id: string; reason: string; wearing: 'repaired' | 'last-good' | 'default' }

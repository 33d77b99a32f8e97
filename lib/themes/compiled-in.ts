import type { BuiltTheme } from './built.ts'
import { keep } from './built.ts'
import { resolveTokens } from './resolve.ts'
import { themeStylesheet } from './stylesheet.ts'
import type { Layout, TicketForm, TicketList } from './types.ts'

export const plainLayout: Layout = {
  header: 'bar',
  nav: 'top',
  login: 'card',
  home: ['search', 'create', 'latest', 'news'],
  list: 'table',
  density: 'normal',
  width: 'normal',
}

export const plainList: TicketList = {
  columns: [
    { field: 'number' },
    { field: 'subject' },
    { field: 'status' },
    { field: 'queue', hideBelow: 'md' },
    { field: 'owner', hideBelow: 'lg' },
    { field: 'activity' },
  ],
  sort: '-activity',
  filters: ['status', 'queue'],
  pageSize: 25,
}

export const plainForm: TicketForm = { sections: [], fields: {} }
export const plainBrand = { color: '#1f4e8c' } as const

const arch = 'M5 28V14a11 11 0 0 1 22 0v14h-5.500V14a5.500 5.500 0 0 0-11 0v14z'

function mark(fill: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><path fill="${fill}" d="${arch}"/></svg>`,
  )
}

/** The last step of the ladder: needs no folder, no font and no disk. */
export function compiledInTheme(): BuiltTheme {
  const files: BuiltTheme['files'] = {}
  const logo = keep(files, 'logo.svg', mark(plainBrand.color))
  const logoDark = keep(files, 'logo.svg', mark('#ffffff'))
  const both = { light: logo, dark: logoDark }
  const inverse = { light: logoDark, dark: logo }
  const schemes = {
    schemes: 'both',
    defaultScheme: 'system',
    tokens: { light: resolveTokens(plainBrand, 'light', {}), dark: resolveTokens(plainBrand, 'dark', {}) },
  } as const
  const css = themeStylesheet(schemes, '', '')
  return {
    id: 'default',
    name: 'Portico',
    stylesheet: keep(files, 'theme.css', Buffer.from(css)),
    ...schemes,
    allowToggle: true,
    layout: plainLayout,
    assets: { logo, logoDark, logoMono: logo, favicon: logo },
    logos: { header: both, sidebar: both, footer: both, surface: both, canvas: both, inverse },
    preloads: [],
    links: { help: [] },
    textsByLocale: {},
    slots: {},
    ticketList: plainList,
    ticketForm: plainForm,
    files,
  }
}

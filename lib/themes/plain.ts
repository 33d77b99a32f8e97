import type { JsonMap } from './merge.ts'

/** What every setting is before any theme speaks; deliberately without links, fonts and words of anybody. */
export const plainSettings: JsonMap = {
  schemes: 'both',
  defaultScheme: 'system',
  allowToggle: true,
  brand: { color: '#1f4e8c' },
  fonts: [],
  layout: {
    header: 'bar',
    nav: 'top',
    login: 'card',
    home: ['search', 'create', 'latest', 'news'],
    list: 'table',
    density: 'normal',
    width: 'normal',
  },
  links: { help: [] },
  ticketList: {
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
  },
  ticketForm: { sections: [], fields: {} },
}

const arch = 'M5 28V14a11 11 0 0 1 22 0v14h-5.500V14a5.500 5.500 0 0 0-11 0v14z'

const drawn = (fill: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><path fill="${fill}" d="${arch}"/></svg>`,
  )

/** The files of a theme that needs no disk: the last step of the ladder. */
export const plainFiles: ReadonlyMap<string, Buffer> = new Map([
  ['theme.json', Buffer.from('{"id":"default","name":"Portico","version":"1.0.0","contract":1}')],
  ['brand/logo.svg', drawn('#1f4e8c')],
  ['brand/logo-dark.svg', drawn('#ffffff')],
])

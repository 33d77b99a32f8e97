export type TicketListView = {
  scope?: 'mine' | 'company' | undefined
  status?: 'open' | 'closed' | 'all' | undefined
  queue?: string | undefined
  q?: string | undefined
  sort?: string | undefined
  before?: string | undefined
  after?: string | undefined
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length ? `${path}?${new URLSearchParams(set)}` : path
}

type Step = string | number | Record<string, string | undefined>

function stepsFrom(root: string, steps: readonly Step[]): string {
  const segments = steps.filter((one) => typeof one !== 'object').map((one) => encodeURIComponent(one))
  const query = steps.find((one) => typeof one === 'object') ?? {}
  return withQuery([root, ...segments].join('/'), query)
}

/** Every address of the application, built here alone. */
export const paths = {
  welcome: () => '/',
  /** To the welcome page one comes anyway; a text browser names a page that it posts from only where the address has no query. */
  signIn: (next?: string, done?: string) => withQuery('/sign-in', { next: next === '/' ? undefined : next, done }),
  deskSignIn: (next?: string, done?: string) => withQuery('/desk/sign-in', { next, done }),
  forgotPassword: (kind: 'contact' | 'engineer' = 'contact', sent?: string) =>
    withQuery('/forgot-password', { for: kind === 'engineer' ? 'desk' : undefined, sent }),
  resetPassword: (token: string) => withQuery('/reset-password', { token }),
  invitation: (token: string) => withQuery('/invitation', { token }),
  register: (search: { group?: string | undefined; sent?: string } = {}) => withQuery('/register', search),
  confirmRegistration: (token: string, done?: string) => withQuery('/register/confirm', { token, done }),
  /** Which mails one wants, and when. */
  mailWishes: (kind: 'contact' | 'engineer', done?: string) =>
    withQuery(kind === 'contact' ? '/account/mails' : '/desk/account/mails', { done }),
  /** In a mail; it leads to the page with the button, and takes the one click of a mail program. */
  unsubscribe: (token: string) => `/api/unsubscribe/${encodeURIComponent(token)}`,
  unsubscribePage: (query: { token?: string; done?: string }) => withQuery('/unsubscribe', query),
  /** Takes a form; leads to the provider. */
  signInWith: (provider: string) => `/api/auth/signin/${encodeURIComponent(provider)}`,
  /** The sign-in page again, which says why a provider brought nobody in. */
  notSignedInWith: (kind: 'contact' | 'engineer', query: { next: string; provider: string; problem: string }) =>
    withQuery(kind === 'contact' ? '/sign-in' : '/desk/sign-in', query),
  signOut: () => '/sign-out',
  preferences: () => '/preferences',
  changePassword: (kind: 'contact' | 'engineer' = 'contact') =>
    kind === 'contact' ? '/account/password' : '/desk/password',
  account: (kind: 'contact' | 'engineer' = 'contact') => (kind === 'contact' ? '/account' : '/desk/account'),
  /** The second step of signing in. */
  secondStep: (kind: 'contact' | 'engineer', query: { next?: string; with?: string } = {}) =>
    withQuery(kind === 'contact' ? '/sign-in/code' : '/desk/sign-in/code', query),
  /** One's own second factor, and a page within it; the query goes last. */
  secondFactor: (kind: 'contact' | 'engineer', ...rest: Step[]) =>
    stepsFrom(kind === 'contact' ? '/account/second-factor' : '/desk/account/second-factor', rest),
  tickets: (view: TicketListView = {}) => withQuery('/tickets', view),
  ticket: (number: number, done?: string) => withQuery(`/tickets/${number}`, { done }),
  /** The form of a step that asks for more than a comment. */
  ticketStep: (number: number, activity: string) => `/tickets/${number}/step/${encodeURIComponent(activity)}`,
  ticketRefused: (number: number, problem: string) => withQuery(`/tickets/${number}`, { problem }),
  newTicket: (queue?: string) => (queue ? `/tickets/new/${encodeURIComponent(queue)}` : '/tickets/new'),
  createdTicket: (number: number) => `/tickets/${number}?done=created`,
  draft: (purpose: string) => `/files/drafts/${purpose.split(':').map(encodeURIComponent).join('/')}`,
  importUpload: () => '/files/imports',
  /** The HTML of a mail, for a frame; `textFrame` of a mail's text as it would be. */
  mailFrame: (id: number) => `/files/mail/${id}`,
  textFrame: (key: string, locale: string, ticket?: string) =>
    withQuery(`/files/mail/text/${key}/${locale}`, { ticket }),
  attachment: (id: string, name: string) => `/files/${id}/${encodeURIComponent(name)}`,
  desk: (view: Record<string, string | undefined> = {}) => withQuery('/desk', view),
  deskTicket: (number: number, done?: string) => withQuery(`/desk/tickets/${number}`, { done }),
  deskTicketBefore: (number: number, entry: number) => withQuery(`/desk/tickets/${number}`, { before: String(entry) }),
  deskTicketRefused: (number: number, problem: string) => withQuery(`/desk/tickets/${number}`, { problem }),
  viewAs: (contact: number) => `/desk/viewing/${contact}`,
  endViewing: () => '/desk/viewing/end',
  /** The contacts of the desk, and a page of one; the query goes last. */
  deskContacts: (...rest: Step[]) => stepsFrom('/desk/contacts', rest),
  deskCompanies: (...rest: Step[]) => stepsFrom('/desk/companies', rest),
  /** A page of the desk beside its lists: `deskPart('tickets', 100234, 'move', { queue })`; the query goes last. */
  deskPart: (...rest: Step[]) => stepsFrom('/desk', rest),
  /** A page of a customer's ticket. */
  ticketPart: (number: number, ...rest: Step[]) => stepsFrom(`/tickets/${number}`, rest),
  /** An area of the Admin Tool, and a page within it; the query goes last. */
  admin: (area?: string, ...rest: Step[]) => stepsFrom('/admin', area === undefined ? rest : [area, ...rest]),
} as const

/** The place to go after sign-in: a path of this site, or the welcome page. `//x`, `/\x` and control characters lead away. */
export function localPath(candidate: unknown, fallback: string = paths.welcome()): string {
  if (typeof candidate !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(candidate)) return fallback
  return candidate
}

import type { NewProvider } from './input.ts'

/** A provider for customers, as a form would send it. */
export const corp: NewProvider = {
  key: 'corp',
  name: 'Corporate',
  issuer: 'https://login.corp.example',
  clientId: 'portico',
  clientSecret: 'a secret that nobody reads',
  scopes: 'openid profile email',
  mailClaim: 'email',
  active: true,
  forContacts: true,
  forEngineers: false,
  asksSecondFactor: false,
  linksByMail: false,
  hosts: [],
}

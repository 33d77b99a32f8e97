import { type DataField, type DataModel, fieldFor, fieldsOf, placeOf } from '../groups/data-model.ts'
import type { Level } from './import.ts'

/** Where a column of a file may go. `word` names a message, a field brings its own labels. */
export type Target = { key: string; of: Level | 'account'; names: string[] } & (
  | { word: TargetWord; field?: DataField }
  | { field: DataField; word?: undefined }
)

export const TARGET_WORDS = [
  'externalId',
  'name',
  'active',
  'locale',
  'email',
  'companyExternalId',
  'companyName',
  'companyActive',
  'login',
  'password',
  'ldapId',
  'profile',
] as const
export type TargetWord = (typeof TARGET_WORDS)[number]

/** Headers as people write them, folded; the labels of the data model come on top. */
const USUAL: Record<TargetWord, readonly string[]> = {
  externalId: [
    'externalid',
    'externeid',
    'id',
    'kundennr',
    'kundennummer',
    'contactnumber',
    'contactid',
    'kontaktid',
    'personid',
    'personalnummer',
    'externenummer',
  ],
  name: ['name', 'fullname', 'contact', 'contactname', 'person', 'ansprechpartner', 'kontakt', 'kontaktname'],
  active: ['active', 'aktiv'],
  locale: ['language', 'locale', 'sprache'],
  email: ['email', 'mail', 'emailaddress', 'emailadresse', 'mailadresse'],
  companyExternalId: [
    'companyid',
    'firmaexterneid',
    'companynumber',
    'firmaid',
    'firmennr',
    'companyexternalid',
    'firmenid',
    'firmennummer',
    'unternehmensid',
  ],
  companyName: [
    'company',
    'companyname',
    'firma',
    'firmenname',
    'firmaname',
    'unternehmen',
    'organisation',
    'organization',
  ],
  companyActive: ['companyactive', 'firmaaktiv'],
  login: ['login', 'username', 'user', 'benutzer', 'benutzername', 'portallogin', 'account'],
  password: ['password', 'initialpassword', 'passwort', 'kennwort', 'initialpasswort'],
  ldapId: ['ldapid', 'ldap', 'directoryname', 'verzeichnisname'],
  profile: ['profile', 'profil', 'portalprofile', 'trackuser', 'userprofile', 'benutzerprofil'],
}

/** What may be imported at this level; the account only for whoever may give accounts, in a group that has them. */
export function targetsOf(model: DataModel, level: Level, withAccounts: boolean): Target[] {
  const company = model.hasCompanies ? companyTargets(model, level) : []
  if (level === 'company') return company
  const own = model.names.contact === null ? [word('name', 'contact')] : []
  return [
    word('externalId', 'contact'),
    ...own,
    word('email', 'contact', fieldFor(model, 'email')),
    ...fieldTargets(model, 'contact', 'field.'),
    word('locale', 'contact'),
    word('active', 'contact'),
    ...company,
    ...(withAccounts ? accountTargets(model) : []),
  ]
}

function companyTargets(model: DataModel, level: Level): Target[] {
  const alone = level === 'company'
  const name = model.names.company === null ? [word('companyName', 'company')] : []
  const targets = [word('companyExternalId', 'company'), ...name, ...fieldTargets(model, 'company', 'company.field.')]
  if (!alone) return targets
  // In a file of companies their id and name need no prefix.
  const bare: Partial<Record<string, readonly string[]>> = {
    companyExternalId: USUAL.externalId,
    companyName: USUAL.name,
  }
  return [...targets, word('companyActive', 'company')].map((target) => ({
    ...target,
    names: [...target.names, ...(bare[target.word ?? ''] ?? [])],
  }))
}

function accountTargets(model: DataModel): Target[] {
  return [
    word('login', 'account', fieldFor(model, 'username')),
    word('password', 'account', fieldFor(model, 'password')),
    word('ldapId', 'account', fieldFor(model, 'ldapid')),
    word('profile', 'account'),
  ]
}

function fieldTargets(model: DataModel, level: Level, prefix: string): Target[] {
  return fieldsOf(model, level)
    .filter((field) => placeOf(field) === 'fields')
    .map((field) => ({ key: prefix + field.key, of: level, field, names: namesOf(field) }))
}

function word(name: TargetWord, of: Target['of'], field?: DataField): Target {
  const names = [...USUAL[name], ...(field ? namesOf(field) : [])]
  return { key: name, of, word: name, names, ...(field ? { field } : {}) }
}

function namesOf(field: DataField): string[] {
  return [field.key, ...Object.values(field.labels)].map(folded)
}

/** For each header the target that it names, or ''; no target twice. */
export function guessMapping(headers: readonly string[], targets: readonly Target[]): string[] {
  const taken = new Set<string>()
  return headers.map((header) => {
    const name = folded(header)
    const found = targets.find(({ key, names }) => !taken.has(key) && name !== '' && names.includes(name))
    if (found) taken.add(found.key)
    return found?.key ?? ''
  })
}

/** Letters and digits alone, without accents and case. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

import { formWords } from '#app/parts/form-words.ts'
import { MAX_LENGTH } from '#lib/auth/password-policy.ts'
import type { RoleChoice } from '#lib/engineers/queries/page.ts'
import type { StoredEngineer } from '#lib/engineers/queries/stored.ts'
import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { settings } from '#lib/settings/queries.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Shown = { isTrack: boolean; person: StoredEngineer | undefined; roles: RoleChoice[]; ownRecord?: boolean }

/** The form of an engineer or a profile; without a person that of a new one. */
export async function personSections({ isTrack, person, roles, ownRecord }: Shown): Promise<RecordSection[]> {
  const t = await getTranslations('people')
  const about: RecordFieldSpec[] = [
    { kind: 'text', name: 'name', label: t('name'), value: person?.name, autoComplete: 'off' },
    {
      kind: 'text',
      name: 'login',
      label: t('login'),
      help: isTrack ? t('profileLoginHelp') : t('loginHelp'),
      value: person?.login,
      autoComplete: 'off',
      spellCheck: false,
    },
  ]
  const reached: RecordFieldSpec[] = [
    { kind: 'email', name: 'email', label: t('email'), value: person?.email, autoComplete: 'off' },
    { kind: 'select', name: 'locale', label: t('language'), options: languages(), value: person?.locale ?? 'en' },
  ]
  return [
    { title: isTrack ? t('about') : t('person'), fields: isTrack ? about : [...about, ...reached] },
    ...(isTrack ? [] : [{ title: t('signIn'), fields: await signInFields(person, ownRecord) }]),
    {
      title: t('permissions'),
      fields: [
        {
          kind: 'checkboxes',
          name: 'roles',
          label: t('roles'),
          help: roles.length > 0 ? t('rolesHelp') : t('rolesMissing'),
          options: roles.map(({ id, name, description }) => ({ value: String(id), label: name, help: description })),
          values: (person?.roles ?? []).map(String),
        },
      ],
    },
  ]
}

async function signInFields(person: StoredEngineer | undefined, ownRecord = false): Promise<RecordFieldSpec[]> {
  const [t, { 'password.min_length': min }] = await Promise.all([
    getTranslations('people'),
    settings('password.min_length'),
  ])
  const password: RecordFieldSpec = {
    kind: 'password',
    name: 'password',
    label: t('password'),
    help: person ? t('passwordHelp') : t('passwordNewHelp', { min }),
    autoComplete: 'new-password',
  }
  return [
    ...(ownRecord ? [] : [password]),
    {
      kind: 'text',
      name: 'ldapId',
      label: t('ldapId'),
      help: t('ldapIdHelp'),
      value: person?.ldapId,
      autoComplete: 'off',
      spellCheck: false,
    },
  ]
}

export async function personWords(submit: string) {
  const [t, { 'password.min_length': min }] = await Promise.all([
    getTranslations('people.problems'),
    settings('password.min_length'),
  ])
  return formWords(submit, {
    blank: t('blank'),
    own: t('own'),
    too_short: t('too_short', { min }),
    too_long: t('too_long', { max: MAX_LENGTH }),
    common: t('common'),
    contains_login: t('contains_login'),
    noSeat: t('noSeat'),
    lastAdministrator: t('lastAdministrator'),
  })
}

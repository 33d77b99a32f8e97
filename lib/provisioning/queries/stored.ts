import 'server-only'
import { versionOf } from '#lib/db/version.ts'
import type { MappingRule, Source } from '../rule-set.ts'
import type { Provisioning } from './frame.ts'

/** How a source's people usually say who they are, until an administrator says otherwise. */
export function startOf({ kind }: Source) {
  return kind === 'ldap'
    ? {
        filter: '(objectClass=person)',
        loginAttribute: 'uid',
        nameAttribute: 'cn',
        emailAttribute: 'mail',
        localeAttribute: 'preferredLanguage',
      }
    : {
        filter: '',
        loginAttribute: 'preferred_username',
        nameAttribute: 'name',
        emailAttribute: 'email',
        localeAttribute: 'locale',
      }
}

/** What the form of the settings shows. */
export function shownSettings(stored: Provisioning) {
  const { id: _, ldapServerId: __, oidcProviderId: ___, nextRunAt: ____, ...shown } = stored
  return shown
}

/** What the form of a rule shows. */
export function shownRule({ test, attribute, values, customerGroupId, companyBy, company, profileId }: MappingRule) {
  return { test, attribute, values, customerGroupId, companyBy, company, profileId }
}

export const ruleVersion = (rule: MappingRule) => versionOf(shownRule(rule))

/** A provisioning that nobody has saved yet. */
export function unsaved(source: Source): Provisioning {
  return {
    id: 0,
    ldapServerId: source.kind === 'ldap' ? source.id : null,
    oidcProviderId: source.kind === 'oidc' ? source.id : null,
    ...startOf(source),
    fieldAttributes: {},
    justInTime: false,
    disableMissing: false,
    mostDisabled: 20,
    mostDisabledPercent: 10,
    schedule: 'off',
    nextRunAt: null,
  }
}

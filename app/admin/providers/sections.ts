import { getTranslations } from '#lib/i18n/translations.ts'
import { redirectAddress } from '#lib/providers/addresses.ts'
import type { providerPage } from '#lib/providers/queries.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Found = Awaited<ReturnType<typeof providerPage>>

/** The form of a provider, or of a new one. */
export async function providerSections(found: Found): Promise<RecordSection[]> {
  const t = await getTranslations('providers')
  return [
    { title: t('sections.basics'), fields: await basics(found) },
    { title: t('sections.connection'), help: t('sections.connectionHelp'), fields: await connection(found) },
    { title: t('sections.trust'), fields: await trust(found) },
  ]
}

async function basics({ stored, hosts }: Found): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('providers')
  const key: RecordFieldSpec[] = stored
    ? [
        { kind: 'hidden', name: 'id', value: stored.id },
        { kind: 'hidden', name: 'version', value: stored.version },
      ]
    : [
        {
          kind: 'text',
          name: 'key',
          label: t('key'),
          help: t('keyHelp', { address: redirectAddress('corp') }),
          spellCheck: false,
          autoComplete: 'off',
        },
      ]
  const offered = new Set([...hosts, ...(stored?.hosts ?? [])])
  return [
    { kind: 'text', name: 'name', label: t('name'), help: t('nameHelp'), value: stored?.name, autoComplete: 'off' },
    ...key,
    { kind: 'checkbox', name: 'active', label: t('activeLabel'), checked: stored?.active ?? true },
    { kind: 'checkbox', name: 'forContacts', label: t('forContacts'), checked: stored?.forContacts ?? true },
    { kind: 'checkbox', name: 'forEngineers', label: t('forEngineers'), checked: stored?.forEngineers ?? false },
    ...(offered.size > 0
      ? [
          {
            kind: 'checkboxes',
            name: 'hosts',
            label: t('hosts'),
            help: t('hostsHelp'),
            values: stored?.hosts ?? [],
            options: [...offered].map((host) => ({ value: host, label: host })),
          } as const,
        ]
      : []),
  ]
}

async function connection({ stored, people }: Found): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('providers')
  const technical = { spellCheck: false, autoComplete: 'off' }
  return [
    {
      ...technical,
      kind: 'url',
      name: 'issuer',
      label: t('issuer'),
      help: stored ? `${t('issuerHelp')} ${t('issuerChange', { count: people })}` : t('issuerHelp'),
      value: stored?.issuer,
    },
    { ...technical, kind: 'text', name: 'clientId', label: t('clientId'), value: stored?.clientId },
    {
      kind: 'password',
      name: 'clientSecret',
      label: t('clientSecret'),
      help: t(stored ? 'secretKept' : 'secretHelp'),
      autoComplete: 'new-password',
    },
    { kind: 'held', name: 'tried' },
    {
      ...technical,
      kind: 'text',
      name: 'scopes',
      label: t('scopes'),
      help: t('scopesHelp'),
      value: stored?.scopes ?? 'openid profile email',
    },
  ]
}

async function trust({ stored }: Found): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('providers')
  return [
    {
      kind: 'checkbox',
      name: 'asksSecondFactor',
      label: t('asksSecondFactor'),
      help: t('asksSecondFactorHelp'),
      checked: stored?.asksSecondFactor ?? false,
    },
    {
      kind: 'text',
      name: 'mailClaim',
      label: t('mailClaim'),
      help: t('mailClaimHelp'),
      value: stored?.mailClaim ?? 'email',
      spellCheck: false,
      autoComplete: 'off',
    },
    {
      kind: 'checkbox',
      name: 'linksByMail',
      label: t('linksByMail'),
      help: t('linksByMailHelp'),
      checked: stored?.linksByMail ?? false,
    },
  ]
}

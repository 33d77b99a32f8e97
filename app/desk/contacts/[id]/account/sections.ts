import type { AccountForm } from '#lib/accounts/queries/account-form.ts'
import type { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

type Words = Awaited<ReturnType<typeof getTranslations<'accountCard'>>>

/** The card's form: the data model's own words for login, password and LDAP id, then the profile. */
export function accountSections(
  { contact, card, version, profiles, minLength }: AccountForm,
  t: Words,
): RecordSection[] {
  const { account, login, ldapId } = card
  const first: RecordFieldSpec[] = [
    { kind: 'hidden', name: 'id', value: contact.id },
    { kind: 'hidden', name: 'version', value: version },
  ]
  const identity: RecordFieldSpec[] = [
    {
      kind: 'text',
      name: 'login',
      label: login?.label ?? t('login'),
      help: login?.help ?? t('loginHelp'),
      value: account?.login ?? contact.email,
      autoComplete: 'off',
      spellCheck: false,
    },
    ...(ldapId
      ? [
          {
            kind: 'text' as const,
            name: 'ldapId',
            label: ldapId.label,
            help: ldapId.help ?? t('ldapIdHelp'),
            value: account?.ldapId,
            autoComplete: 'off',
            spellCheck: false,
          },
        ]
      : []),
  ]
  return [
    { fields: [...first, ...identity] },
    passwordSection({ card, minLength, t }),
    profileSection({ card, profiles, t }),
  ]
}

function passwordSection({
  card,
  minLength,
  t,
}: { t: Words } & Pick<AccountForm, 'card' | 'minLength'>): RecordSection {
  const title = card.password?.label ?? t('password')
  if (!card.ways.includes('DATABASE')) return { title, help: t('passwordElsewhere'), fields: [] }
  if (!card.password) return { title, help: t('noPasswordField'), fields: [] }
  const has = card.account?.hasPassword
  return {
    title,
    help: has ? t('passwordReplace') : t('passwordFirst'),
    fields: [
      { kind: 'checkbox', name: 'generate', label: t('generate'), help: t('generateHelp'), checked: false },
      {
        kind: 'password',
        name: 'password',
        label: has ? t('newPassword') : t('initialPassword'),
        help: card.password.help ?? t('passwordRules', { min: minLength }),
        autoComplete: 'new-password',
      },
      { kind: 'checkbox', name: 'mustChange', label: t('mustChange'), help: t('mustChangeHelp'), checked: true },
    ],
  }
}

function profileSection({ card, profiles, t }: { t: Words } & Pick<AccountForm, 'card' | 'profiles'>): RecordSection {
  if (card.assignment === 'fixed') {
    return {
      title: t('profile'),
      help: card.fixedProfile ? t('profileIsFixed', { name: card.fixedProfile.name }) : t('profileFixedMissing'),
      fields: [],
    }
  }
  return {
    title: t('profile'),
    fields: [
      {
        kind: 'select',
        name: 'profile',
        label: t('profileChoice'),
        help: t('profileHelp'),
        empty: t('profileNone'),
        value: card.account?.profileId ? String(card.account.profileId) : '',
        options: profiles.map(({ id, name }) => ({ value: String(id), label: name })),
      },
    ],
  }
}

import type { Alike as Found } from '#lib/contacts/queries/alike.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'

const told = [
  'created',
  'saved',
  'moved',
  'deactivated',
  'reactivated',
  'note',
  'account',
  'accountRemoved',
  'accountDisabled',
  'accountEnabled',
  'unlocked',
  'sessionsEnded',
  'invited',
  'factorRemoved',
] as const

/** What the submit before this page did. */
export async function Done({ done }: { done: string | undefined }) {
  const t = await getTranslations('contacts.done')
  const known = told.find((one) => one === done)
  if (done === 'viewed') return <Notice tone="success">{(await getTranslations('viewAs'))('ended')}</Notice>
  if (done === 'registered')
    return <Notice tone="success">{(await getTranslations('registration.desk'))('approvedDone')}</Notice>
  return known ? <Notice tone="success">{t(known)}</Notice> : null
}

/** Who may be the same person: told, and in nobody's way. */
export async function Alike({ found }: { found: Found[] }) {
  const t = await getTranslations('contacts')
  if (found.length === 0) return null
  return (
    <Notice tone="warning">
      <p>{t('alike', { count: found.length })}</p>
      <ul>
        {found.map(({ id, name, company, email, reason }) => (
          <li key={id}>
            <a href={paths.deskContacts(id)} dir="auto">
              {name}
            </a>
            {company ? `, ${company}` : null} –{' '}
            {reason === 'email' ? t('alikeEmail', { email: email ?? '' }) : t('alikeName')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

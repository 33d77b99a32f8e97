import type { GroupKey } from '../groups.ts'
import type { Locale } from '../labels.ts'
import type { ProfileLogin } from '../profiles.ts'

export type Person = {
  name: string
  group: GroupKey
  company?: string
  locale: Locale
  position: string
  /** Without one there is an account that cannot sign in. */
  profile?: ProfileLogin
  login: string
  /** How many tickets this person writes, compared with the others. */
  weight: number
  disabled?: boolean
  mustChangePassword?: boolean
  /** Signs in against the LDAP server and has no password here. */
  ldapId?: string
}

type Rest = Partial<
  Pick<Person, 'company' | 'profile' | 'weight' | 'login' | 'disabled' | 'mustChangePassword' | 'ldapId'>
>

/** People of one customer group; most share its usual profile. */
export const peopleOf =
  (group: GroupKey, usual?: ProfileLogin) =>
  (name: string, locale: Locale, position: string, { login, weight = 3, ...rest }: Rest = {}): Person => ({
    ...(usual ? { profile: usual } : {}),
    ...rest,
    name,
    group,
    locale,
    position,
    weight,
    login: login ?? loginFrom(name),
  })

/** A colleague whose account has no profile (yet): no profile, no sign-in. */
export function withoutProfile({ profile: _, ...person }: Person): Person {
  return person
}

const foreign: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', ı: 'i', ł: 'l', ð: 'd' }

/** `Jürgen O'Neill` becomes `juergen.oneill`. */
function loginFrom(name: string): string {
  const letters = name.toLowerCase().replace(/[äöüßøıłð]/g, (letter) => foreign[letter] ?? letter)
  return letters
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.')
}

import { normalLogin } from '../auth/login.ts'
import { passwordProblem, wordsOf } from '../auth/password-policy.ts'
import type { Known, KnownContact, Rules } from './known.ts'
import type { AccountPlan } from './plan.ts'
import type { RowProblem } from './problem.ts'
import type { GivenAccount, ImportRow } from './row.ts'

type About = { name: string; problems: RowProblem[] }

/** What the row does to the account; undefined where it says nothing of one. */
export function accountPlan(
  row: ImportRow,
  found: KnownContact | undefined,
  known: Known,
  rules: Rules,
  about: About,
): AccountPlan | undefined {
  const given = row.account
  const held = found?.account ?? null
  if (!says(given)) return undefined
  const refuse = (problem: RowProblem) => void about.problems.push(problem)
  if (rules.assignment === 'none') return refuse({ key: 'noAccounts' })
  const login = given.login ?? held?.login
  if (login === undefined) return refuse({ key: 'loginMissing', at: 'login' })
  const loginNormal = normalLogin(login)
  const holder = known.logins.get(loginNormal)
  if (holder !== undefined && (holder === null || holder.id !== found?.id))
    return refuse({ key: 'loginTaken', at: 'login' })
  const profile = profileFor(given, held?.profileId ?? null, rules)
  if (typeof profile === 'object' && profile !== null) return refuse(profile)
  const password = held?.hasPassword ? undefined : given.password
  const weak =
    password === undefined
      ? null
      : passwordProblem(password, rules.passwordLength, [
          ...rules.siteWords,
          ...wordsOf([login, about.name, row.company.name ?? null]),
        ])
  if (weak) return refuse({ key: `password_${weak}`, at: 'password' })
  const ldapId = given.ldapId === undefined ? (held?.ldapId ?? null) : given.ldapId
  return {
    isNew: held === null,
    login,
    loginNormal,
    profileId: profile,
    ldapId,
    ...(password === undefined ? {} : { password }),
    changes: [
      ...(login !== held?.login ? ['login'] : []),
      ...(profile !== (held?.profileId ?? null) ? ['profile'] : []),
      ...(ldapId !== (held?.ldapId ?? null) ? ['ldapId'] : []),
      ...(password === undefined ? [] : ['password']),
    ],
  }
}

function says(given: GivenAccount): boolean {
  return (
    given.login !== undefined ||
    given.password !== undefined ||
    given.profile !== undefined ||
    typeof given.ldapId === 'string'
  )
}

/** An empty column keeps the profile that is there, else the default is given; `fixed` is the customer group's own. */
function profileFor(given: GivenAccount, held: number | null, rules: Rules): number | null | RowProblem {
  const asked = given.profile === undefined ? undefined : rules.profiles.get(given.profile.toLowerCase())
  if (given.profile !== undefined && asked === undefined)
    return { key: 'profileUnknown', at: 'profile', arg: given.profile }
  if (rules.assignment === 'fixed') {
    return asked !== undefined && asked !== rules.fixedProfile
      ? { key: 'profileFixed', at: 'profile' }
      : rules.fixedProfile
  }
  return asked ?? held ?? rules.defaultProfile
}

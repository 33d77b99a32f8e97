import { beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '#lib/jobs/as.ts'
import { forgiveTry } from '../back-off.ts'
import { viewerOfSession } from '../sessions.ts'
import { admit } from '../sign-in.ts'
import { acceptAppCode, acceptRecoveryCode } from './accept.ts'
import { codeOf, factorWorld, headersOf } from './factor-world.ts'
import { finishStep, type SecondProof } from './finish.ts'
import { openStep, stepChoice } from './steps.ts'

const world = factorWorld()
let secret: string
let codes: string[]
const headers = headersOf()
const ANNA = { kind: 'contact', owner: 1 } as const

beforeEach(async () => {
  const given = await world.giveApp()
  secret = given.secret
  codes = given.codes
})

/** What the right password brings Anna to. */
const step = async () => (await openStep(ANNA, 'password', 'Firefox')) ?? ''
const app = (code: string): SecondProof => ({ by: 'app', code })
const outcome = (work: Promise<{ outcome: string }>) =>
  work.then(
    (admission) => admission.outcome,
    (error) => error.code,
  )

describe('whoever has a second factor', () => {
  test('gets no session for the password alone, and one for the code', async () => {
    const entered = await world.enter('anna')
    expect(await world.owner`select from sessions`).toHaveLength(0)
    const begun = entered.outcome === 'second_step' ? entered.step : ''
    const admitted = await finishStep(begun, app(codeOf(secret)), headers)
    expect(admitted).toMatchObject({ outcome: 'admitted' })
    const viewer = await viewerOfSession(admitted.outcome === 'admitted' ? admitted.session : '')
    expect(viewer).toMatchObject({ kind: 'contact', contact: 1 })
    expect(await world.told('sign_in')).toMatchObject({ actor_id: 1, after: { by: 'password', secondFactor: 'app' } })
  })

  test('is not asked where the way in asked for one of its own; others are not asked at all', async () => {
    const way = { kind: 'contact', owner: 1, by: 'oidc' } as const
    expect(await admit(way, headers)).toMatchObject({ outcome: 'second_step' })
    expect(await admit({ ...way, secondFactor: 'elsewhere' }, headers)).toMatchObject({ outcome: 'admitted' })
    expect(await world.enter('berta')).toMatchObject({ outcome: 'admitted' })
  })

  test('is refused without a step where the account is', async () => {
    await world.asOwner('update accounts set disabled = true where contact_id = 1')
    expect(await admit({ kind: 'contact', owner: 1, by: 'oidc' }, headers)).toEqual({ outcome: 'refused' })
    await world.asOwner('update accounts set disabled = false')
  })

  test('is not let in any more where the account was disabled after the first step', async () => {
    const begun = await step()
    await world.asOwner('update accounts set disabled = true where contact_id = 1')
    expect(await outcome(finishStep(begun, app(codeOf(secret)), headers))).toBe('refused')
    await world.asOwner('update accounts set disabled = false')
  })
})

describe('a code', () => {
  test('is accepted once, of twenty who send it at the same time', async () => {
    const code = codeOf(secret)
    const accepted = await Promise.all(
      Array.from({ length: 20 }, () => asSystem((tx) => acceptAppCode(tx, ANNA, code))),
    )
    expect(accepted.filter(Boolean)).toHaveLength(1)
  })

  test('holds once, nor does an older one hold after it', async () => {
    await finishStep(await step(), app(codeOf(secret)), headers)
    expect(await outcome(finishStep(await step(), app(codeOf(secret)), headers))).toBe('invalid')
    expect(await outcome(finishStep(await step(), app(codeOf(secret, -1)), headers))).toBe('invalid')
    expect(await outcome(finishStep(await step(), app(codeOf(secret, 1)), headers))).toBe('admitted')
  })

  test('that is wrong is told to the audit log, and makes one wait, whatever the password did in between', async () => {
    const wrong = codeOf(secret) === '000000' ? '000001' : '000000'
    const outcomes: string[] = []
    for (let times = 0; times < 6; times += 1) {
      outcomes.push(await outcome(finishStep(await step(), app(wrong), headers)))
      await forgiveTry({ kind: 'contact', login: 'anna', address: 'unknown' })
    }
    expect(outcomes).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'too_many'])
    expect(await outcome(finishStep(await step(), app(codeOf(secret)), headers))).toBe('too_many')
    expect(await world.told('sign_in.refused')).toMatchObject({
      actor_id: 1,
      after: { cause: 'blocked', step: 'second' },
    })
  })
})

describe('a recovery code', () => {
  test('lets in once, however it is typed', async () => {
    const typed = ` ${codes[0]?.toUpperCase().replaceAll('-', ' ')}`
    expect(await outcome(finishStep(await step(), { by: 'recovery', code: typed }, headers))).toBe('admitted')
    expect(await outcome(finishStep(await step(), { by: 'recovery', code: typed }, headers))).toBe('invalid')
    expect(await stepChoice(await step(), 'Firefox')).toMatchObject({ recoveryCodes: 9 })
    expect(await world.told('sign_in')).toMatchObject({ after: { secondFactor: 'recovery' } })
  })

  test('is accepted once, of twenty who send it at the same time', async () => {
    const code = codes[1] ?? ''
    const accepted = await Promise.all(
      Array.from({ length: 20 }, () => asSystem((tx) => acceptRecoveryCode(tx, ANNA, code))),
    )
    expect(accepted.filter(Boolean)).toHaveLength(1)
  })

  test('is nobody else’s, and stands nowhere', async () => {
    const [row] = await world.asOwner(
      `select count(*)::int as found from recovery_codes r where r::text like '%${codes[2]}%'`,
    )
    expect(row).toEqual({ found: 0 })
    await world.asOwner('update recovery_codes set contact_id = 2')
    expect(await outcome(finishStep(await step(), { by: 'recovery', code: codes[2] ?? '' }, headers))).toBe('invalid')
  })
})

describe('a step', () => {
  test('is taken once, in the browser that began it, for ten minutes', async () => {
    const begun = await step()
    expect(await stepChoice(begun, 'Firefox')).toMatchObject({ kind: 'contact', app: true, recoveryCodes: 10 })
    expect(await stepChoice(begun, 'Chrome')).toBeNull()
    expect(await outcome(finishStep(begun, app(codeOf(secret)), headersOf('Chrome')))).toBe('session_ended')
    expect(await outcome(finishStep(begun, app(codeOf(secret)), headers))).toBe('admitted')
    expect(await outcome(finishStep(begun, { by: 'recovery', code: codes[0] ?? '' }, headers))).toBe('session_ended')
    const late = await step()
    await world.asOwner(`update sign_in_steps set expires_at = now()`)
    expect(await outcome(finishStep(late, { by: 'recovery', code: codes[0] ?? '' }, headers))).toBe('session_ended')
    expect(await outcome(finishStep('made up', app(codeOf(secret)), headers))).toBe('session_ended')
  })

  test('ends with the password that began it', async () => {
    const begun = await step()
    await world.asOwner(
      `update accounts set password_scheme = password_scheme, password_hash = password_hash || ' ' where contact_id = 1`,
    )
    expect(await outcome(finishStep(begun, app(codeOf(secret, 1)), headers))).toBe('session_ended')
    await world.asOwner(`update accounts set password_hash = trim(password_hash) where contact_id = 1`)
  })

  test('is only a hash in the database', async () => {
    const begun = await step()
    const [row] = await world.asOwner(
      `select count(*)::int as found from sign_in_steps s where s::text like '%${begun}%'`,
    )
    expect(row).toEqual({ found: 0 })
  })
})

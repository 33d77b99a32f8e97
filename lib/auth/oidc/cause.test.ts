import { expect, test } from 'vitest'
import { causeOf } from './cause.ts'

/** As a production build has it: the class has lost its name. */
const fault = (type: string) => Object.assign(new Error(type), { name: 'w', type })

test('a cause is known by the word of next-auth, not by the name of a class', () => {
  expect(causeOf(fault('InvalidCheck'))).toEqual({ cause: 'check_failed' })
  expect(causeOf(fault('OAuthCallbackError'), 'access_denied')).toEqual({
    cause: 'provider_error',
    detail: 'access_denied',
  })
  expect(causeOf(fault('CallbackRouteError'))).toEqual({ cause: 'unexpected', detail: 'CallbackRouteError' })
})

/** Everything that may be refused or go wrong, by one code; pages and the API word and number it from here. */
export const STATUS_OF_CODE = {
  invalid: 400,
  session_ended: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  storage_full: 507,
  unexpected: 500,
} as const

export type ErrorCode = keyof typeof STATUS_OF_CODE

/** A field's name and the key of the message that says what is wrong with it. */
export type FieldProblems = Record<string, string>

export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldProblems
  readonly detail: Record<string, string | number>

  constructor(
    code: ErrorCode,
    options: { fields?: FieldProblems; detail?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields ?? {}
    this.detail = options.detail ?? {}
  }

  get status() {
    return STATUS_OF_CODE[this.code]
  }
}

/** An answer alike for what is unknown and for what is not visible (V8). */
export const notFound = () => new AppError('not_found')

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(STATUS_OF_CODE, code)
}

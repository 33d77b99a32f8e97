/** What a form shows after a refused submit: what was wrong, and what had been typed (never a password). */
export type FormState = {
  problem?: {
    /** An `ErrorCode`. */
    code: string
    /** A field's name and the key of the message that says what is wrong with it. */
    fields: Record<string, string>
    detail: Record<string, string | number>
  }
  values?: Record<string, string>
  /** The ticked values of the fields that take several. */
  chosen?: Record<string, string[]>
  /** Where a script takes the browser by loading a whole new page. */
  go?: string
  /** What saving would do, told before it is done; `asks`: it is done only when confirmed, by the mark of what was told. */
  effect?: { lines: string[]; asks: boolean; mark: string }
  /** What the form brought about and shows in its own answer alone, such as a generated password. */
  once?: string
}

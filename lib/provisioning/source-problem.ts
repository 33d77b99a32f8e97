/** Why a source's people could not be read, as a key of the messages. The list is never taken as whole then. */
export class SourceProblem extends Error {
  readonly key: string

  constructor(key: string, cause?: unknown) {
    super(key, { cause })
    this.key = key
  }
}

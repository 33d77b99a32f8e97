/** An expected refusal. Its three sentences are all that the operator needs; no stack is shown. */
export class Failure extends Error {
  name = 'Failure'

  /**
   * @param {string} what happened
   * @param {string} kept what was kept or not changed
   * @param {string} remedy what to do next
   * @param {ErrorOptions} [options]
   */
  constructor(what, kept, remedy, options) {
    super(`${what}\n${kept}\n${remedy}`, options)
  }
}

/** The last lines of a program's output. @param {string} text @param {number} [count] */
export const tail = (text, count = 12) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n')

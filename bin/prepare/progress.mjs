const begun = Number(process.env.PORTICO_BEGUN) || Date.now()
// The command hands over to a second Node process; both count from the same moment.
process.env.PORTICO_BEGUN = String(begun)

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Time since the command began, for people. */
export const elapsed = () => seconds(begun)

let open = false

/**
 * One line per step: its name while it runs, its time when it is done.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = Date.now()
  process.stdout.write(`${name} … `)
  open = true
  try {
    const result = await work()
    finish(name, seconds(since))
    return result
  } catch (error) {
    finish(name, `failed after ${seconds(since)}`)
    throw error
  } finally {
    open = false
  }
}

/**
 * The same for work that writes to the terminal itself: one line, when it is done.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stepAloud(name, work) {
  const since = Date.now()
  const result = await work()
  say(`${name}: ${seconds(since)}`)
  return result
}

/** A remark within a step, on a line of its own. @param {string} text */
export function note(text) {
  if (open) process.stdout.write('\n')
  open = false
  say(`  ${text}`)
}

/** @param {string} name @param {string} result */
const finish = (name, result) => say(open ? result : `${name}: ${result}`)

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}

/** An expected refusal; the message tells the operator what happened, what was kept and what to do, and needs no stack. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
}

import { actionCall, actionForm, type Fields } from '../forms.ts'
import { holds, type Row } from '../row.ts'

/** An action for administrators: what they may send with it, and what is refused to them too. */
export type Step = {
  action: string
  path: string
  counts: string
  /** A form of one button: its action takes nothing but the form. */
  plain?: true
  done: () => Fields[]
  refused: () => Fields[]
  to: RegExp
}

/** @param idOf the id that the build gave an action */
export function rowsOfSteps(steps: readonly Step[], idOf: (action: string) => string): Row[] {
  return steps.map(({ action, path, counts, plain, done, refused, to }) => ({
    target: `action ${action}`,
    counts,
    cases: (place) => {
      const may = holds(place, 'administer')
      const all = [
        ...done().map((fields) => ({ fields, right: may })),
        ...refused().map((fields) => ({ fields, right: false })),
      ]
      return all.map(({ fields, right }, at) => ({
        message:
          plain || at % 2 === 0 ? actionForm(path, idOf(action), fields) : actionCall(path, idOf(action), fields, {}),
        expected: right ? { kind: 'done', to } : { kind: 'refused' },
      }))
    },
  }))
}

import type { ImportProblem } from '../import.ts'

/** The file as a whole cannot be read, or not beyond this line. Carries what the messages need. */
export class FileProblem extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem, options?: { cause?: unknown }) {
    super(problem.key, options)
    this.name = 'FileProblem'
    this.problem = problem
  }
}

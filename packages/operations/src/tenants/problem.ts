import type { Bilingual } from '@motcua/domain'

/** What is wrong with a tenant's declarations, said to the person who can mend it. */
export interface Problem extends Bilingual {
  /** File it stands in, relative to the folder that was read. */
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** The declarations of a tenant cannot be used; every problem found is listed. */
export class TenantProblems extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problemLine(problem, 'en')).join('\n'))
    this.problems = problems
  }
}

/** One problem as `file:line: message`. */
export function problemLine(problem: Problem, locale: 'vi' | 'en'): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':')
  return `${place}: ${problem[locale]}`
}

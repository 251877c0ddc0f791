import { type Diagnostic, compile, runExamples } from '@motcua/dsl'
import type { Command } from '../command.ts'
import { asJson, complainAll, distinct, isError, worthSaying } from './report.ts'
import { type Bundle, bundlesOf } from './sources.ts'

/** Runs the examples written in regulations, each with the office hours its file names; cases without one are named. */
export const command: Command = {
  usage: 'FILE…',
  operands: [1, Infinity],

  async run(call) {
    const runs = bundlesOf(call.operands, call.io.cwd).map((bundle) => ({ bundle, ...examplesOf(bundle) }))
    const found = distinct(runs.flatMap(({ bundle, diagnostics }) => worthSaying(bundle, diagnostics)))
    const results = runs.flatMap((run) => run.results)
    const passed = results.filter((result) => result.passed).length
    const uncovered = runs.reduce((sum, run) => sum + run.uncovered, 0)
    complainAll(found, call)
    const figures = { passed, failed: results.length - passed, uncovered }
    const json = () => JSON.stringify({ ...figures, examples: results, diagnostics: found.map(asJson) })
    await call.io.out(`${call.json ? json() : summary(figures)[call.lang]}\n`)
    return found.some(isError) ? 1 : 0
  },
}

interface Examples {
  readonly results: readonly {
    path: string
    title: string
    question: string
    passed: boolean
    expected: unknown
    found: unknown
  }[]
  readonly uncovered: number
  readonly diagnostics: readonly Diagnostic[]
}

/** A file that does not compile has no examples to run, only its errors. */
function examplesOf({ files, asked }: Bundle): Examples {
  const { program, diagnostics } = compile(files)
  if (!program) return { results: [], uncovered: 0, diagnostics }
  const run = runExamples(program, [...asked])
  const results = run.results.map(({ span: _, ...result }) => result)
  return { results, uncovered: run.uncovered.length, diagnostics: run.diagnostics }
}

function summary({ passed, failed, uncovered }: { passed: number; failed: number; uncovered: number }) {
  return {
    vi: `${passed} ví dụ đúng, ${failed} ví dụ sai, ${uncovered} trường hợp chưa có ví dụ`,
    en: `${passed} examples hold, ${failed} fail, ${uncovered} cases have none`,
  }
}

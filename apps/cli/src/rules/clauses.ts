import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from '@motcua/dsl'
import { type Command, Unusable } from '../command.ts'
import { projectOf } from '../places.ts'
import { type Law, clauseReport } from './clause-report.ts'
import { readRows } from './clause-rows.ts'
import { bundlesOf } from './sources.ts'

/** Prints which rule carries each parameter of the regulations, and why none can: the page `docs/clauses.md`. */
export const command: Command = {
  usage: '',
  operands: [0, 0],

  async run({ io, json }) {
    const { root, rules } = projectOf(io.cwd)
    const rows = readRows(readFileSync(path.join(rules, 'clauses.ndjson'), 'utf8'))
    if (json) {
      await io.out(`${JSON.stringify(rows)}\n`)
      return 0
    }
    await io.out(clauseReport(rows, lawIn(root)))
    return 0
  },
}

/** All regulations of a project; the list speaks of several provinces. */
export function lawIn(root: string): Law {
  const bundles = bundlesOf(['rules'], root).filter(({ asked }) => asked.size > 0)
  const read = bundles.map(({ files }) => {
    const { program, diagnostics } = compile(files)
    if (!program) throw uncompiled(diagnostics.length)
    return { files, trees: program.trees }
  })
  return { trees: read.flatMap(({ trees }) => trees), files: read.flatMap(({ files }) => files) }
}

const uncompiled = (faults: number): Unusable =>
  new Unusable({
    vi: `các tệp quy chế có ${faults} lỗi; hãy chạy \`rules check\``,
    en: `the rules have ${faults} faults; run \`rules check\``,
  })

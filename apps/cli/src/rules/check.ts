import { type CompileResult, certificateOf, compile } from '@motcua/dsl'
import type { Command } from '../command.ts'
import { type Found, asJson, complainAll, distinct, isError, worthSaying } from './report.ts'
import { type Bundle, bundlesOf } from './sources.ts'

/**
 * Reads, types, checks and proves regulations, each in the company it has in force: its province's and the nation's.
 * What is worth knowing and asks for nothing is counted, and told in JSON or with `--info`.
 */
export const command: Command = {
  usage: 'FILE… [--info] [--certificate]',
  options: { certificate: { type: 'boolean' }, info: { type: 'boolean' } },
  operands: [1, Infinity],

  async run(call) {
    const checked = bundlesOf(call.operands, call.io.cwd).map((bundle) => ({
      bundle,
      result: compile(bundle.files),
    }))
    const said = (of: (result: CompileResult) => CompileResult['diagnostics']): Found[] =>
      distinct(checked.flatMap(({ bundle, result }) => worthSaying(bundle, of(result))))
    const found = said(({ diagnostics }) => diagnostics)
    const known = said(({ information }) => information)
    const errors = found.filter(isError).length
    const files = checked.reduce((sum, { bundle }) => sum + bundle.asked.size, 0)
    complainAll(call.options.info ? [...found, ...known] : found, call)
    if (call.options.certificate) await call.io.out(`${JSON.stringify(checked.flatMap(certified))}\n`)
    else if (call.json) await call.io.out(`${JSON.stringify([...found, ...known].map(asJson))}\n`)
    else await call.io.out(`${summary(files, errors, found.length - errors, known.length)[call.lang]}\n`)
    return errors > 0 ? 1 : 0
  },
}

/** What was proven of a bundle that has no error. */
const certified = ({ bundle, result: { program, proofs } }: { bundle: Bundle; result: CompileResult }) =>
  program ? [{ files: [...bundle.asked], ...certificateOf(program, proofs) }] : []

function summary(files: number, errors: number, warnings: number, known: number) {
  const s = (n: number) => (n === 1 ? '' : 's')
  const more =
    known === 0
      ? { vi: '', en: '' }
      : { vi: `, ${known} điều nên biết (xem bằng --info)`, en: `, ${known} to know (see them with --info)` }
  return {
    vi: `${files} tệp, ${errors} lỗi, ${warnings} cảnh báo${more.vi}`,
    en: `${files} file${s(files)}, ${errors} error${s(errors)}, ${warnings} warning${s(warnings)}${more.en}`,
  }
}

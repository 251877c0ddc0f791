import { compile } from '@motcua/dsl'
import type { Command } from '../command.ts'
import { asJson, complainAll, distinct, isError, worthSaying } from './report.ts'
import { bundlesOf } from './sources.ts'

/** Reads, types and checks regulations, each in the company it has in force: its province's and the nation's. */
export const command: Command = {
  usage: 'FILE…',
  operands: [1, Infinity],

  async run(call) {
    const bundles = bundlesOf(call.operands, call.io.cwd)
    const found = distinct(
      bundles.flatMap((bundle) => worthSaying(bundle, compile(bundle.files).diagnostics)),
    )
    const errors = found.filter(isError).length
    const files = bundles.reduce((sum, { asked }) => sum + asked.size, 0)
    complainAll(found, call)
    if (call.json) await call.io.out(`${JSON.stringify(found.map(asJson))}\n`)
    else await call.io.out(`${summary(files, errors, found.length - errors)[call.lang]}\n`)
    return errors > 0 ? 1 : 0
  },
}

function summary(files: number, errors: number, warnings: number) {
  const s = (n: number) => (n === 1 ? '' : 's')
  return {
    vi: `${files} tệp, ${errors} lỗi, ${warnings} cảnh báo`,
    en: `${files} file${s(files)}, ${errors} error${s(errors)}, ${warnings} warning${s(warnings)}`,
  }
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Program, type SourceFile, compile, renderDiagnostic } from '@motcua/dsl'
import { type Lang, Unusable } from '../command.ts'
import { projectOf } from '../places.ts'
import { isError } from './report.ts'
import { type Bundle, bundlesOf } from './sources.ts'

/** One regulation of a province with everything it is read with, compiled. */
export interface Draft {
  readonly program: Program
  readonly files: readonly SourceFile[]
  /** Path of the regulation, as in `files`. */
  readonly path: string
}

/** The regulation in a file; for a folder or the id of a province, its latest one. @throws Unusable */
export function draftOf(operand: string, cwd: string): Draft {
  const folder = path.join(projectOf(cwd).rules, operand)
  const isProvince = /^[a-z0-9-]+$/.test(operand) && existsSync(folder)
  const [bundle, ...more] = bundlesOf([isProvince ? folder : operand], cwd)
  if (!bundle || more.length > 0) throw unusable(operand, 'nhiều tỉnh', 'several provinces')
  const { program, diagnostics } = compile(bundle.files)
  if (!program) throw new Unusable(faults(bundle, diagnostics))
  const own = program.regulations.filter(({ province, path: from }) => province && bundle.asked.has(from))
  const latest = own.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).at(-1)
  if (!latest) throw unusable(operand, 'không có quy chế của tỉnh nào', 'no regulation of a province')
  return { program, files: bundle.files, path: latest.path }
}

function unusable(operand: string, vi: string, en: string): Unusable {
  return new Unusable({ vi: `\`${operand}\`: ${vi}`, en: `\`${operand}\`: ${en}` })
}

function faults({ files }: Bundle, found: ReturnType<typeof compile>['diagnostics']) {
  const errors = found.filter((diagnostic) => isError({ diagnostic, files }))
  const said = (lang: Lang) => errors.map((one) => renderDiagnostic(one, files, lang)).join('\n\n')
  return { vi: `không đọc được\n${said('vi')}`, en: `cannot be read\n${said('en')}` }
}

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Language, compile, format } from '@motcua/dsl'
import { type Call, type Command, type ExitCode, WrongUsage } from '../command.ts'
import { type Bundle, bundlesOf } from './sources.ts'
import { type Found, asJson, complainAll, distinct, isError } from './report.ts'

/** Writes regulations in canonical form, or the same regulations in the other language; a faulty file is left alone. */
export const command: Command = {
  usage: 'FILE… [--lang vi|en] [--stdout]',
  options: { stdout: { type: 'boolean' } },
  operands: [1, Infinity],

  async run(call) {
    const to = call.options.lang as Language | undefined
    const bundles = bundlesOf(call.operands, call.io.cwd)
    const asked = bundles.flatMap(({ files, asked }) => files.filter((file) => asked.has(file.path)))
    if (call.options.stdout && asked.length > 1) throw onlyOne()
    const faults = distinct(bundles.flatMap(faultsOf))
    complainAll(faults, call)
    const faulty = new Set(faults.map(({ diagnostic }) => diagnostic.span.path))
    const sound = asked
      .filter((file) => !faulty.has(file.path))
      .map((file) => ({ ...file, formatted: format(file.text, to) }))
    if (call.options.stdout) for (const { formatted } of sound) await call.io.out(formatted)
    else await rewrite(sound, faults, call)
    return (faults.length > 0 ? 1 : 0) satisfies ExitCode
  },
}

interface Formatted {
  readonly path: string
  readonly text: string
  readonly formatted: string
}

async function rewrite(
  files: readonly Formatted[],
  faults: readonly Found[],
  { io, json }: Call,
): Promise<void> {
  const changed = files.filter(({ text, formatted }) => text !== formatted)
  for (const file of changed) writeFileSync(path.resolve(io.cwd, file.path), file.formatted)
  const paths = changed.map((file) => file.path)
  const said = paths.map((file) => `${file}\n`).join('')
  await io.out(json ? `${JSON.stringify({ changed: paths, faults: faults.map(asJson) })}\n` : said)
}

/** What makes a file unfit to be rewritten: its own errors, not those of the files it is read with. */
const faultsOf = ({ files, asked }: Bundle): Found[] =>
  compile(files)
    .diagnostics.map((diagnostic) => ({ diagnostic, files }))
    .filter((found) => isError(found) && asked.has(found.diagnostic.span.path))

const onlyOne = () =>
  new WrongUsage({ vi: '`--stdout` chỉ dùng với một tệp', en: '`--stdout` takes one file' })

import { type Diagnostic, type SourceFile, languageOfText, placeOf, renderDiagnostic } from '@motcua/dsl'
import type { Call } from '../command.ts'
import type { Bundle } from './sources.ts'

/** A diagnostic with its bundle's files, so that its line can be shown. */
export interface Found {
  readonly diagnostic: Diagnostic
  readonly files: readonly SourceFile[]
}

/** What the person should see: all about the files they asked for, and errors elsewhere, which spoil the answer. */
export function worthSaying(bundle: Bundle, diagnostics: readonly Diagnostic[]): Found[] {
  return diagnostics
    .filter(({ span, severity }) => bundle.asked.has(span.path) || severity === 'error')
    .map((diagnostic) => ({ diagnostic, files: bundle.files }))
}

/** Each diagnostic once; those of the national files come with every bundle. */
export function distinct(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({ diagnostic: { code, span } }) => {
    const key = `${code} ${span.path} ${span.from} ${span.to}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Writes diagnostics to standard error, in the language asked for; where none is, each in the language of its file. */
export function complainAll(found: readonly Found[], { io, lang, options }: Call): void {
  for (const { diagnostic, files } of found) {
    const text = files.find(({ path }) => path === diagnostic.span.path)?.text
    const own = options.lang === undefined && text !== undefined ? languageOfText(text) : lang
    io.err(`${renderDiagnostic(diagnostic, files, own)}\n\n`)
  }
}

/** A diagnostic for machines: where it is in lines and columns, both from 1, and what it says in both languages. */
export function asJson({ diagnostic, files }: Found) {
  const { span, ...rest } = diagnostic
  return { file: span.path, ...linesOf(span, files), ...rest }
}

function linesOf({ path, from, to }: Diagnostic['span'], files: readonly SourceFile[]) {
  const text = files.find((file) => file.path === path)?.text
  if (text === undefined) return {}
  const [start, end] = [placeOf(text, from), placeOf(text, to)]
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** Whether a diagnostic spoils the answer. */
export const isError = ({ diagnostic }: Found) => diagnostic.severity === 'error'

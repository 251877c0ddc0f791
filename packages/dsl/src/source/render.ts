import type { Diagnostic, Language } from './diagnostic.ts'
import { type SourceFile, type Span, placeOf } from './span.ts'

const words = {
  vi: {
    error: 'lỗi',
    warning: 'cảnh báo',
    information: 'thông tin',
    fix: 'sửa nhanh',
    example: 'dán được làm ví dụ',
  },
  en: {
    error: 'error',
    warning: 'warning',
    information: 'information',
    fix: 'quick fix',
    example: 'to paste as an example',
  },
}

/**
 * A diagnostic as a person reads it: code and message, `file:line:column`, the line with carets under the span, then
 * help, worked dates and the counter-example as an example to paste.
 */
export function renderDiagnostic(found: Diagnostic, sources: readonly SourceFile[], lang: Language): string {
  const { fix, example, ...severity } = words[lang]
  const lines = [`${severity[found.severity]} ${found.code}: ${found.message[lang]}`]
  lines.push(...frame(found.span, sources))
  for (const { span, message } of found.related ?? []) {
    lines.push(`  = ${message[lang]}`, ...frame(span, sources))
  }
  if (found.help) lines.push(`  = ${found.help[lang]}`)
  for (const note of found.notes ?? []) lines.push(`  = ${note[lang]}`)
  if (found.example) {
    lines.push(`  = ${example}:`, ...found.example.split('\n').map((line) => `    ${line}`))
  }
  if (found.fixes?.length) {
    lines.push(`  = ${fix}: ${found.fixes.map((one, i) => `[${i + 1}] ${one.label[lang]}`).join('  ')}`)
  }
  return lines.join('\n')
}

/** The line a span begins on, with carets as wide as what is seen (graphemes, not code units). */
function frame(span: Span, sources: readonly SourceFile[]): string[] {
  const source = sources.find((file) => file.path === span.path)
  if (!source) return [`  ┌─ ${span.path}`]
  const { line, column, lineText, lineStart } = placeOf(source.text, span.from)
  const before = lineText.slice(0, column - 1)
  const marked = lineText.slice(column - 1, Math.max(column, span.to - lineStart))
  const gutter = String(line).padStart(3)
  return [
    `  ┌─ ${span.path}:${line}:${column}`,
    `${gutter}│ ${lineText.replaceAll('\t', ' ')}`,
    `   │ ${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(marked)))}`,
  ]
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const width = (text: string): number => [...graphemes.segment(text)].length

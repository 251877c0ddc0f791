/** A file of the language: where it lies and what it says, exactly as it was written. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A stretch of a file, in UTF-16 offsets of the text as it was written (never of a normalised copy). */
export interface Span {
  readonly path: string
  readonly from: number
  readonly to: number
}

/** The smallest stretch that holds both. */
export function join(first: Span, last: Span): Span {
  return { path: first.path, from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) }
}

/** Line and column, both from 1, as an editor counts them (UTF-16 units), and the text of the line. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly lineText: string
  readonly lineStart: number
}

/** Where an offset lies in a text. Lines end with LF, CRLF or CR. */
export function placeOf(text: string, offset: number): Place {
  const at = Math.max(0, Math.min(offset, text.length))
  let line = 1
  let lineStart = 0
  for (let i = 0; i < at; i++) {
    const c = text.charCodeAt(i)
    if (c !== 10 && !(c === 13 && text.charCodeAt(i + 1) !== 10)) continue
    line++
    lineStart = i + 1
  }
  let end = lineStart
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
  return { line, column: at - lineStart + 1, lineText: text.slice(lineStart, end), lineStart }
}

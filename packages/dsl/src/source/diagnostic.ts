import type { Span } from './span.ts'

/** The two languages of everything said to a person. Vietnamese is the original. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}

/** The languages of the files and of everything that is said. */
export type Language = 'vi' | 'en'

/** A repair an editor can offer: put `text` in place of `span`. */
export interface Fix {
  readonly label: Bilingual
  readonly span: Span
  readonly text: string
}

/** `information` is worth knowing and asks for nothing: a proof that holds, a duty that is inherited. */
type Severity = 'error' | 'warning' | 'information'

/**
 * What the author of a rule got wrong. It is a value: it is collected, never thrown. `code` is stable and has a page
 * in docs/diagnostics; `notes` carry worked dates and counter-examples.
 */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  readonly message: Bilingual
  readonly help?: Bilingual
  readonly notes?: readonly Bilingual[]
  /** The counter-example as `ví dụ` lines in the language of the file, to be pasted into it as they are. */
  readonly example?: string
  readonly fixes?: readonly Fix[]
  readonly related?: readonly { readonly span: Span; readonly message: Bilingual }[]
}

/** A place to collect diagnostics in. */
export interface Findings {
  readonly list: readonly Diagnostic[]
  /** A code that begins with W is a warning, with I information, any other an error. */
  readonly add: (code: string, span: Span, message: Bilingual, more?: Partial<Diagnostic>) => void
  /** Takes over diagnostics that were found before. */
  readonly keep: (found: readonly Diagnostic[]) => void
}

/** An empty list of findings. */
export function newFindings(): Findings {
  const list: Diagnostic[] = []
  return {
    list,
    add(code, span, message, more = {}) {
      list.push({ code, severity: severityOf(code), span, message, ...more })
    },
    keep(found) {
      list.push(...found)
    },
  }
}

const severityOf = (code: string): Severity =>
  code.startsWith('W') ? 'warning' : code.startsWith('I') ? 'information' : 'error'

/** Whether a diagnostic keeps a file from being compiled. */
export const isError = (found: Diagnostic): boolean => found.severity === 'error'

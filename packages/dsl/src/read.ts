import { assemble } from './ast/assemble.ts'
import type { Calendar, Regulation } from './ast/nodes.ts'
import type { Room } from './ast/reader.ts'
import { type Statement, statementOf } from './ast/statements.ts'
import type { Findings, Language } from './source/diagnostic.ts'
import type { SourceFile } from './source/span.ts'
import { languageOf } from './syntax/language.ts'
import { type Lexeme, lexemes } from './syntax/lexemes.ts'
import { type Parsed, isStatement, parseStatement } from './syntax/parse.ts'
import { report } from './syntax/problems.ts'
import { split } from './syntax/split.ts'
import { wordsFor } from './syntax/phrase-table.ts'
import type { PhraseType } from './vocabulary/phrase.ts'

/** Reads one file into its tree. Faults are collected; a statement with a fault is left out and the rest is read. */
export function readFile(file: SourceFile, findings: Findings): Regulation | Calendar | undefined {
  const room: Room = { path: file.path, findings }
  const all = lexemes(file.text)
  const lang = languageOf(all)
  mixedLanguage(room, all, lang)
  const statements: Statement[] = []
  const before = findings.list.length
  const cuts = split(all)
  for (const cut of cuts) {
    if (findings.list.length - before > mostFaults) {
      tooMany(room, cut.lexemes[0]!, findings)
      break
    }
    if (cut.lexemes.length > longest) {
      tooLong(room, cut.lexemes, findings)
      statements.push(broken(room, cut.lexemes))
      continue
    }
    const parsed = parseStatement(cut.lexemes)
    const line = parsed.ok ? 0 : strayLine(cut.lexemes, parsed)
    if (parsed.ok) statements.push(statementOf(room, parsed.cst))
    else if (line > 0) {
      // A misspelt keyword spoils only its own line, also where it begins like a word of another kind.
      const parts = [cut.lexemes.slice(0, line), cut.lexemes.slice(line)]
      cuts.splice(cuts.indexOf(cut) + 1, 0, ...parts.map((part) => ({ lexemes: part, lead: false })))
    } else {
      report(file.path, cut.lexemes, parsed, lang, findings)
      statements.push(broken(room, cut.lexemes))
    }
  }
  return assemble(room, statements, { path: file.path, from: 0, to: file.text.length })
}

/** The line from which on a cut is another statement: what stands before it can be read by itself. */
function strayLine(lexemes: readonly Lexeme[], parsed: Parsed): number {
  if (parsed.ok || !('at' in parsed)) return 0
  const line = lexemes.findLastIndex(({ first }, i) => first && i > 0 && i <= parsed.at)
  return line > 0 && isStatement(lexemes.slice(0, line)) ? line : 0
}

function broken({ path }: Room, lexemes: readonly Lexeme[]): Statement {
  const [first, last] = [lexemes[0]!, lexemes.at(-1)!]
  return { k: 'broken', opens: first.type === 'RULE', span: { path, from: first.from, to: last.to } }
}

/** A file with more faults than this is something else than a regulation. */
const mostFaults = 100

/** No statement of a regulation has more words than this; the bound keeps a hostile file from costing minutes. */
const longest = 1_000

function tooMany(room: Room, { from, to }: Lexeme, findings: Findings): void {
  findings.add(
    'E0199',
    { path: room.path, from, to },
    {
      vi: `hơn ${mostFaults} lỗi; phần còn lại của tệp chưa được đọc`,
      en: `more than ${mostFaults} faults; the rest of the file was not read`,
    },
  )
}

function tooLong(room: Room, lexemes: readonly Lexeme[], findings: Findings): void {
  findings.add(
    'E0205',
    { path: room.path, from: lexemes[0]!.from, to: lexemes[0]!.to },
    {
      vi: `câu dài hơn ${longest} từ; hãy xuống dòng và mở câu mới`,
      en: `a statement of more than ${longest} words; start a new line and a new statement`,
    },
  )
}

function mixedLanguage(room: Room, all: readonly Lexeme[], lang: Language): void {
  for (const one of all) {
    if (!one.lang || one.lang === 'both' || one.lang === lang || one.type === 'LANG') continue
    const text = wordsFor(one.type as PhraseType, one.value, lang)
    const span = { path: room.path, from: one.from, to: one.to }
    room.findings.add(
      'W0104',
      span,
      {
        vi: `«${one.text}» là ${one.lang === 'en' ? 'tiếng Anh' : 'tiếng Việt'} trong tệp ${lang === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}`,
        en: `\`${one.text}\` is ${one.lang === 'en' ? 'English' : 'Vietnamese'} in a file written in ${lang === 'vi' ? 'Vietnamese' : 'English'}`,
      },
      { fixes: [{ label: { vi: `viết «${text}»`, en: `write \`${text}\`` }, span, text }] },
    )
  }
}

import { assemble } from './ast/assemble.ts'
import type { Calendar, Regulation } from './ast/nodes.ts'
import type { Room } from './ast/reader.ts'
import { type Statement, statementOf } from './ast/statements.ts'
import type { Findings, Language } from './source/diagnostic.ts'
import type { SourceFile } from './source/span.ts'
import { type Lexeme, lexemes } from './syntax/lexemes.ts'
import { parseStatement } from './syntax/parse.ts'
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
  for (const cut of split(all)) {
    const parsed = parseStatement(cut.lexemes)
    if (parsed.ok) statements.push(statementOf(room, parsed.cst))
    else report(file.path, cut.lexemes, parsed, lang, findings)
  }
  return assemble(room, statements, { path: file.path, from: 0, to: file.text.length })
}

/** The language a file says it is written in; without a line that says so, Vietnamese. */
function languageOf(all: readonly Lexeme[]): Language {
  const at = all.findIndex(({ type }) => type === 'LANGUAGE')
  return at >= 0 && all[at + 1]?.value === 'en' ? 'en' : 'vi'
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

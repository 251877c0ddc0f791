import { type Home, homesOf } from '../compile/homes.ts'
import type { Program } from '../compile/program.ts'
import type { Bilingual, Language } from '../source/diagnostic.ts'
import type { SourceFile, Span } from '../source/span.ts'
import { translate } from '../syntax/translate.ts'
import type { Version } from './version.ts'

const known = new WeakMap<Program, Home[]>()

/** The statements a compiled effect was made of, as its file writes them and in the other language. */
export function termsOf({ law, files }: Version, effect: number): Bilingual {
  const { program } = law
  const cases = known.get(program) ?? homesOf(program.trees)
  known.set(program, cases)
  const { one, rule, tree } = cases[effect]!
  const modifiers = [...rule.modifiers, ...one.modifiers]
  const lasting = modifiers.filter((found, i) => modifiers.findLastIndex(({ k }) => k === found.k) === i)
  const spans = [...one.effects, ...lasting].map(({ span }) => span)
  const say = (lang: Language) =>
    spans.map((span) => words(textOf(files, span), tree.language, lang)).join('; ')
  return { vi: say('vi'), en: say('en') }
}

/** The words of a statement. Brackets that close it are no part of the tree, and so of its span, but of its words. */
function textOf(files: readonly SourceFile[], { path, from, to }: Span): string {
  const text = files.find((file) => file.path === path)?.text ?? ''
  const closing = /^(\s*[})])*/.exec(text.slice(to))![0]
  return text.slice(from, to + closing.length)
}

const words = (text: string, from: Language, to: Language): string =>
  (from === to ? text : translate(text, to)).normalize('NFC').replace(/\s+/g, ' ').trim()

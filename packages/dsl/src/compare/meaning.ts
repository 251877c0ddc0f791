import type { CompiledEffect } from '../compile/compiled.ts'
import type { Program } from '../compile/program.ts'
import { stableJson } from '../compile/stable.ts'
import { casesOf } from '../evaluate/examples.ts'
import type { Bilingual, Language } from '../source/diagnostic.ts'
import type { SourceFile, Span } from '../source/span.ts'
import { translate } from '../syntax/translate.ts'
import type { Version } from './version.ts'

/** What an effect means, without where in the law it stands and how it was understood; the same text for the same. */
export function meaningOf(effect: CompiledEffect): string {
  const { act: _, cites: _cites, readings: _readings, binds: _binds, ...rest } = effect
  return stableJson(withoutPlaces(rest))
}

/** Places of the law become a mark that there is one. */
function withoutPlaces(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isPlace(value)) return 'law'
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isPlace) ? 'law' : value.map(withoutPlaces)
  }
  const kept = Object.entries(value).filter(([key]) => key !== 'act' && key !== 'cites' && key !== 'cite')
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutPlaces(one)]))
}

const isPlace = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && 'regulation' in value && 'article' in value

const known = new WeakMap<Program, ReturnType<typeof casesOf>>()

/** The statements a compiled effect was made of, as its file writes them and in the other language. */
export function termsOf({ law, files }: Version, effect: number): Bilingual {
  const { program } = law
  const cases = known.get(program) ?? casesOf(program)
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

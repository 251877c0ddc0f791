import { expect, test } from 'vitest'
import compiled from '../src/syntax/grammar.generated.js'
import { unaccented } from '../src/syntax/fold.ts'
import { lexemes } from '../src/syntax/lexemes.ts'
import { keysOf, phraseTable, phrases } from '../src/syntax/phrase-table.ts'
import { dimensions, events, instantFacts } from '../src/vocabulary/facts.ts'
import { nameParts, pointsInTime, populations, standings } from '../src/vocabulary/figures.ts'
import type { Phrase } from '../src/vocabulary/phrase.ts'
import { bindingFacts, questions } from '../src/vocabulary/questions.ts'
import { dutyWords, eventWords } from '../src/evaluate/explain-words.ts'

const wordings = phrases.flatMap((one) =>
  [...one.vi, ...one.en].map((text) => ({ text, type: one.type, value: one.value })),
)

const tones = /[\u0300\u0301\u0303\u0309\u0323]/u

/** Letters composed, their tones apart, as Microsoft's keyboard types them. */
const hybrid = (text: string): string =>
  [...text.normalize('NFC')]
    .map((c) => {
      const marks = [...c.normalize('NFD')]
      const tone = marks.find((mark) => tones.test(mark)) ?? ''
      return (
        marks
          .filter((mark) => mark !== tone)
          .join('')
          .normalize('NFC') + tone
      )
    })
    .join('')

/** The tone of `oa`, `oe`, `uy` on the other vowel: `hoá` for `hóa`. */
const otherPlacement = (text: string): string =>
  text
    .normalize('NFD')
    .replace(
      /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)/giu,
      '$1$3$2$4$6$5',
    )
    .normalize('NFC')

const ways: Readonly<Record<string, (text: string) => string>> = {
  'composed letters': (text) => text.normalize('NFC'),
  'decomposed letters': (text) => text.normalize('NFD'),
  'letters with their tone apart': hybrid,
  'the tone on the other vowel': otherPlacement,
  'non-breaking spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'double spaces': (text) => text.replaceAll(' ', '  '),
  'a line break between words': (text) => text.replaceAll(' ', '\r\n    '),
  capitals: (text) => text.toUpperCase(),
}

test.each(Object.entries(ways))('every phrase of both languages is read in %s', (_, write) => {
  for (const { text, type, value } of wordings) {
    const found = lexemes(write(text)).map((one) => ({ type: one.type, value: one.value }))
    expect({ text, found }).toEqual({ text, found: [{ type, value }] })
  }
})

test('the tone does stand on the other vowel in some phrases, so that placement is tried', () => {
  const moved = wordings.filter(({ text }) => otherPlacement(text) !== text.normalize('NFC'))
  expect(moved.map(({ text }) => text)).toContain('khóa tài khoản')
})

test('a phrase without its marks is never accepted, and is suggested', () => {
  for (const { vi } of phrases) {
    for (const text of vi) {
      const keys = keysOf(unaccented(text))
      if (unaccented(text) === text.normalize('NFC').toLowerCase()) continue
      const found = phraseTable.find(keys, 0)
      const accepted = found?.length === keys.length && found.entry.lang !== 'en'
      expect({ text, accepted }).toEqual({ text, accepted: false })
      const { entry, length } = phraseTable.suggest(keys, 0)!
      expect({ text, length, meant: unaccented(entry.text) }).toEqual({
        text,
        length: keys.length,
        meant: unaccented(text),
      })
    }
  }
})

test('what may stand side by side is never read as one longer phrase', () => {
  const after = neighbours()
  const byType = Map.groupBy(phrases, ({ type }) => type)
  const written = ({ vi, en }: Phrase) => [...vi, ...en].map(keysOf)
  /** In a test of a standing the only names are points in time. */
  const fits = (before: string) => (one: Phrase) =>
    one.type !== 'NAME' || !['NOT', 'AND', 'OR', 'IF', 'WHEN'].includes(before) || one.value in pointsInTime
  /** Whether the keys, or a beginning of more, can stand after a terminal. */
  const canFollow = (keys: readonly string[], type: string): boolean =>
    [...(after.get(type) ?? [])].some((next) =>
      (byType.get(next as Phrase['type']) ?? [])
        .filter(fits(type))
        .flatMap(written)
        .some((other) => {
          const alike = other.every((key, i) => i >= keys.length || key === keys[i])
          return alike && (other.length >= keys.length || canFollow(keys.slice(other.length), next))
        }),
    )
  const swallowed = wordings.filter(({ text }) => {
    const keys = keysOf(text)
    return keys.slice(1).some((_, i) => {
      const first = phraseTable.find(keys.slice(0, i + 1), 0)
      return first?.length === i + 1 && canFollow(keys.slice(i + 1), first.entry.type)
    })
  })
  expect(swallowed.map(({ text }) => text)).toEqual([])
})

/** Which terminals may stand directly after a terminal within a statement, by the grammar. */
function neighbours(): Map<string, Set<string>> {
  const rules = compiled.ParserRules as readonly { name: string; symbols: readonly unknown[] }[]
  const typeOf = (symbol: unknown) => (symbol as { type?: string }).type
  const empty = new Set<string>()
  const [first, last] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const follow = new Map<string, Set<string>>()
  const put = (map: Map<string, Set<string>>, key: string, values: Iterable<string>) => {
    const set = map.get(key) ?? new Set<string>()
    map.set(key, set)
    const before = set.size
    for (const value of values) set.add(value)
    return set.size > before
  }
  const edge = (symbol: unknown, of: Map<string, Set<string>>) =>
    typeof symbol === 'string' ? (of.get(symbol) ?? []) : [typeOf(symbol)!]
  const isEmpty = (symbol: unknown) => typeof symbol === 'string' && empty.has(symbol)
  for (let changed = true; changed;) {
    changed = false
    for (const { name, symbols } of rules) {
      if (symbols.every(isEmpty) && !empty.has(name)) changed = empty.add(name).has(name)
      for (const [i, symbol] of symbols.entries()) {
        if (symbols.slice(0, i).every(isEmpty)) changed = put(first, name, edge(symbol, first)) || changed
        if (symbols.slice(i + 1).every(isEmpty)) changed = put(last, name, edge(symbol, last)) || changed
        for (const [j, next] of symbols.entries()) {
          if (j <= i || !symbols.slice(i + 1, j).every(isEmpty)) continue
          for (const type of edge(symbol, last)) changed = put(follow, type, edge(next, first)) || changed
        }
      }
    }
  }
  return follow
}

test('every word a question may be answered with has a name, and every name is of use', () => {
  const named = new Set(phrases.flatMap(({ type, value }) => (type === 'NAME' ? [value] : [])))
  const said = new Set<string>([
    ...questions.flatMap(({ words }) => words ?? []),
    ...Object.values(dimensions).flatMap((values) => values.filter((one) => typeof one === 'string')),
    ...Object.keys(pointsInTime),
    ...populations,
    ...standings,

    ...nameParts,
    ...['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'on-demand', 'ad-hoc'],
  ])
  expect([...said].filter((word) => !/^\d$/.test(word) && !named.has(word))).toEqual([])
  expect([...named].filter((value) => !said.has(value))).toEqual([])
})

test('every key stands once, every deadline has words for its reasons, every moment a way to be told', () => {
  const keys = questions.map(({ key }) => key)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  const deadlines = questions.filter(({ kind }) => kind === 'deadline').map(({ key }) => key)
  expect(deadlines.filter((key) => !dutyWords[key])).toEqual([])
  expect([...events.keys()].filter((event) => !eventWords[event])).toEqual([])
  expect(Object.keys(dutyWords).filter((key) => !deadlines.includes(key))).toEqual([])
})

test('a question of a class, a set or a list says what may answer it', () => {
  const open = questions.filter(
    ({ kind, words }) =>
      ['class', 'set', 'list', 'notification', 'schedule'].includes(kind) && !words?.length,
  )
  expect(open.map(({ key }) => key)).toEqual([])
})

test('every moment and every condition is asked of some question', () => {
  const known = new Set<string>(questions.flatMap(({ facts }) => facts.map(({ name }) => name)))
  const all = [...instantFacts, ...Object.keys(dimensions)]
  expect(all.filter((name) => !known.has(name))).toEqual([])
})

test('the first moment of each clock is one that a version may be chosen by', () => {
  const known = new Set(Object.values(bindingFacts).flat())
  const clocks = questions.filter(({ binds, anchors }) => binds === 'clock' && anchors.length > 0)
  expect(
    clocks.filter(({ anchors }) => !anchors.some((one) => known.has(one))).map(({ key }) => key),
  ).toEqual([])
})

import { type Moment, fromMoment } from '@motcua/calendar'
import type { Modifier, Placed, Regulation } from '../ast/nodes.ts'
import { meaningOf } from '../compile/meaning.ts'
import { sayFacts } from '../evaluate/say-facts.ts'
import type { Compiled, CompiledEffect } from '../compile/compiled.ts'
import { midnightOf } from '../compile/days.ts'
import { sayMoment } from '../evaluate/say.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import { asExample, exampleLine } from './example-line.ts'
import { reachable } from './floor/deadlines.ts'
import type { Home } from '../compile/homes.ts'
import { type Office, officeOf, sayOffice } from './office.ts'
import type { Proof } from './proof.ts'
import { clockOf, firstOf, lastOf } from './sweep/clock.ts'
import { type Compared, compareClocks } from './sweep/compare.ts'
import { anyLimit, timedOf } from './sweep/term.ts'

type Moving = Extract<Modifier['k'], 'outside' | 'cutoff'>
const moving: readonly Moving[] = ['outside', 'cutoff']

/**
 * Whether a clause that moves the start of a clock moves any deadline at all. "Outside office hours counts from the next
 * office hour" changes nothing for hours, which stand still outside office hours anyway, and a day for days. Information:
 * the text says it, and now its author knows what it does.
 */
export function checkRedundancy(homes: readonly Home[], compiled: Compiled, findings: Findings): Proof[] {
  const told = new Set<Placed<Modifier>>()
  return homes.flatMap((home, index) => {
    const { tree, rule, one } = home
    const office = tree.national ? undefined : officeOf(tree, compiled.calendar)
    if (!office || questionOf.get(rule.question)?.kind !== 'deadline') return []
    return moving.flatMap((k): Proof[] => {
      const clause = [...rule.modifiers, ...one.modifiers].findLast((found) => found.k === k)
      if (!clause) return []
      const window = windowOf(tree, office)
      const found = withAndWithout(compiled.effects[index]!, k, office, window)
      if (!found) return []
      if (!told.has(clause)) report(home, clause, found, office, findings)
      told.add(clause)
      const { compared, from, to } = found
      return [
        {
          proves: 'shift',
          question: rule.question,
          act: tree.number,
          verdict: compared.later === 0 ? 'redundant' : 'moves',
          from,
          to,
          office: office.key,
          minutes: compared.minutes,
          stretches: compared.stretches,
        },
      ]
    })
  })
}

function windowOf({ effective, ceases }: Regulation, { calendar }: Office) {
  const from = Math.max(midnightOf(effective!.on), firstOf(calendar))
  const to = Math.min(ceases ? midnightOf(ceases.on) - 1 : Infinity, lastOf(calendar))
  return [from, to] as const
}

interface Found {
  readonly compared: Compared
  readonly fact: string
  readonly from: Moment
  readonly to: Moment
}

/** What is found of one effect stays found, however often the file is checked. */
const known = new Map<string, Found | undefined>()
const most = 500

function withAndWithout(
  effect: CompiledEffect,
  k: Moving,
  office: Office,
  [first, last]: readonly [Moment, Moment],
): Found | undefined {
  const key = [k, meaningOf(effect), first, last, office.key].join('\u0000')
  if (known.has(key)) return known.get(key)
  if (known.size >= most) known.clear()
  const found = sweep(effect, k, office, first, last)
  known.set(key, found)
  return found
}

function sweep(effect: CompiledEffect, k: Moving, { calendar }: Office, first: Moment, last: Moment) {
  const [written, without] = [timedOf(effect, undefined), timedOf({ ...effect, [k]: null }, undefined)]
  if (!written || !without || written.byLimit || first >= last) return undefined
  const clocks = [written, without].map((one) => clockOf(one.term(anyLimit), calendar))
  const window = reachable(clocks, first, last)
  if (!window) return undefined
  const [from, to] = window
  return { compared: compareClocks(clocks[0]!, clocks[1]!, from, to), fact: written.fact, from, to }
}

function report(
  { tree, rule }: Home,
  clause: Placed<Modifier>,
  { compared, fact }: Found,
  office: Office,
  findings: Findings,
): void {
  const question = questionOf.get(rule.question)!
  const minutes: Bilingual = {
    vi: `đã kiểm trên ${compared.minutes.toLocaleString('vi')} phút, ${sayOffice(office).vi}`,
    en: `checked on ${compared.minutes.toLocaleString('en')} minutes, ${sayOffice(office).en}`,
  }
  if (!compared.latest) {
    findings.add(
      'I0403',
      clause.span,
      {
        vi: `câu này không làm thay đổi thời hạn nào của «${question.phrase.vi}»`,
        en: `this clause changes no deadline of \`${question.phrase.en}\``,
      },
      { notes: [minutes] },
    )
    return
  }
  const { at, left, right } = compared.latest
  const given = sayFacts(question.key, { [fact]: fromMoment(at) })
  const line = exampleLine(tree.language, 'I0406', question, { [fact]: fromMoment(at) }, fromMoment(left))
  findings.add(
    'I0406',
    clause.span,
    {
      vi: `câu này dời thời hạn của «${question.phrase.vi}»`,
      en: `this clause moves the deadline of \`${question.phrase.en}\``,
    },
    {
      notes: [
        {
          vi: `${given.vi} → ${sayMoment(left).vi}; không có câu này → ${sayMoment(right).vi}`,
          en: `${given.en} → ${sayMoment(left).en}; without it → ${sayMoment(right).en}`,
        },
        minutes,
      ],
      ...asExample(line),
    },
  )
}

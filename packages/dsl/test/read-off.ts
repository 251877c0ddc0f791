import type { Case, Regulation } from '../src/ast/nodes.ts'
import { holds } from '../src/compile/cells.ts'
import { holdsOn } from '../src/compile/periods.ts'

/**
 * The answer read off the trees, as a clerk would: versions by comparing dates, cases by testing their conditions one by
 * one. It gives the cases that have a part in the answer: the one that refers, and the one that is reached.
 */
export function readOff(
  trees: readonly Regulation[],
  question: string,
  date: string,
  cell: Record<string, unknown>,
): Case[] {
  const inForce = (one: Regulation, on = date) =>
    one.effective!.on <= on && (!one.ceases || on < one.ceases.on)
  const doesTo = (one: Regulation, how: string, other: Regulation) =>
    one.affects.some((affected) => affected.how === how && affected.number === other.number)
  const amends = (one: Regulation) => trees.some((other) => doesTo(one, 'amends', other))

  /** The case of an act on a day; what amends it by then comes before its own. */
  const caseIn = (act: Regulation | undefined, on = date): Case | undefined => {
    if (!act) return undefined
    const amenders = trees
      .filter((one) => doesTo(one, 'amends', act) && inForce(one, on))
      .toSorted((a, b) => (a.effective!.on < b.effective!.on ? 1 : -1))
    for (const amender of amenders) {
      const found = caseIn(amender, on)
      if (found) return found
    }
    const cases = act.rules
      .filter((rule) => rule.question === question && holdsOn(rule, on))
      .flatMap((rule) => rule.cases)
    return (
      cases.find((one) => !one.rest && holds(one.when, cell as never, act)) ?? cases.find((one) => one.rest)
    )
  }

  const province = trees.find((one) => !one.national && inForce(one) && !amends(one))
  const own = caseIn(province)
  const effect = own?.effects[0]
  if (own && effect?.k !== 'follows') return [own]
  const named = (symbol: string) => trees.find((one) => one.symbol === symbol)
  const heir = (symbol: string): Regulation | undefined => {
    let act = named(symbol)
    while (act && !inForce(act)) act = trees.find((one) => doesTo(one, 'replaces', act!))
    return act
  }
  const issuedOn = province?.issuedOn ?? province?.effective!.on
  const reached =
    effect?.k !== 'follows'
      ? undefined
      : effect.standing === 'issued'
        ? caseIn(named(effect.symbol), issuedOn)
        : caseIn(heir(effect.symbol))
  if (own && reached) return [own, reached]
  const national = trees
    .filter((one) => one.national && inForce(one) && !amends(one))
    .map((one) => caseIn(one))
    .find((one) => one && one.effects[0]!.k !== 'notRecorded')
  return [own, national].filter((one) => one !== undefined)
}

import type { Regulation, Rule } from '../../ast/nodes.ts'
import type { Compiled } from '../../compile/compiled.ts'
import type { Home } from '../../compile/homes.ts'
import type { Findings } from '../../source/diagnostic.ts'
import { type Office, officeOf } from '../office.ts'
import type { Proof } from '../proof.ts'
import { decidePair } from './decide-pair.ts'
import { directionOf } from './direction.ts'
import { type Joint, type PlacedPair, type Sorted, jointsOf, sortedPairs } from './pairs.ts'
import { type FailingCase, fails, reportFailure } from './report.ts'
import { reportSilence, reportSuperfluous } from './report-silence.ts'
import type { Verdict } from './verdict.ts'

/**
 * Proves of every regulation of a province that it keeps to the national acts it complies with: every question that both
 * answer, in every cell, at every moment in which both are in force. What does not is said with the worst date.
 */
export function checkFloors(
  trees: readonly Regulation[],
  homes: readonly Home[],
  compiled: Compiled,
  findings: Findings,
): Proof[] {
  return trees.flatMap((tree, own) => {
    const office = tree.national ? undefined : officeOf(tree, compiled.calendar)
    if (!office) return []
    const failed = new Set<Rule>()
    const proofs = jointsOf(tree, own, compiled).flatMap((joint) => {
      const sorted = sortedPairs(compiled, tree, joint, office)
      const decided = sorted.map((one) => ({ one, told: decideQuestion(one, office) }))
      const open = decided.filter(({ told }) => told.some(({ verdict }) => verdict.is === 'undecided'))
      reportSilence(
        tree,
        compiled,
        joint,
        sorted,
        open.map(({ one }) => one.question),
        findings,
      )
      return decided.flatMap(({ one, told }) => {
        for (const cases of byRule(told, homes)) {
          failed.add(cases[0].home.rule)
          reportFailure({ compiled, joint, office, cases }, findings)
        }
        return proofsOf(compiled, joint, one, told, office)
      })
    })
    reportSuperfluous(tree, failed, findings)
    return proofs
  })
}

interface Decided {
  readonly pair: PlacedPair
  readonly verdict: Verdict
}

function decideQuestion({ question, pairs }: Sorted, office: Office): Decided[] {
  const direction = directionOf(question)
  return pairs.map((pair) => ({ pair, verdict: decidePair(pair, direction, office.key) }))
}

/** The failing cases of one rule that fail alike are told together. */
function byRule(decided: readonly Decided[], homes: readonly Home[]): [FailingCase, ...FailingCase[]][] {
  const failing = decided.flatMap(({ pair, verdict }): FailingCase[] =>
    fails(verdict) ? [{ pair, verdict, home: homes[pair.speaks]! }] : [],
  )
  const key = ({ home, verdict }: FailingCase) => `${home.rule.span.from} ${verdict.is}`
  return [...Map.groupBy(failing, key).values()] as [FailingCase, ...FailingCase[]][]
}

function proofsOf(
  { acts }: Compiled,
  joint: Joint,
  { question, cells, inherited, from, to }: Sorted,
  decided: readonly Decided[],
  office: Office,
): Proof[] {
  const head = {
    proves: 'floor' as const,
    question: question.key,
    act: acts[joint.own]!.number,
    floor: acts[joint.national]!.number,
    direction: directionOf(question),
    from,
    to,
    office: office.key,
    of: cells,
  }
  const silent =
    inherited.length > 0 ? [{ ...head, verdict: 'inherited' as const, cells: inherited.length }] : []
  return [
    ...silent,
    ...decided.map(({ pair, verdict }): Proof => {
      const compared = 'compared' in verdict ? verdict.compared : undefined
      return {
        ...head,
        verdict: verdict.is,
        cells: pair.cells.length,
        ...(compared ? { minutes: compared.minutes, stretches: compared.stretches } : {}),
      }
    }),
  ]
}

import type { Reading } from '../../ast/nodes.ts'
import type { CompiledAct } from '../../compile/compiled.ts'
import type { Bilingual } from '../../source/diagnostic.ts'
import type { Home } from '../../compile/homes.ts'

/**
 * Entries of the register of interpretations that speak of a difference from the nation, by the beginning of the
 * questions they speak of. A reading of anything else records nothing here.
 */
const fitting: readonly (readonly [entry: string, questions: readonly string[]])[] = [
  ['AMB-24', ['filing.']],
  ['AMB-25', ['notify.', 'intake.fullGuidance']],
  ['AMB-26', ['originals.', 'return.', 'result.']],
  ['AMB-27', ['payment.']],
]

/** The province's text is older than the national act and is kept for dossiers of its time only. */
const keptForOldDossiers = 'AMB-44'

/**
 * What a file says of a rule that is not the nation's, where the rule or its regulation records the difference: it turns
 * the finding into a warning, which names it.
 */
export function recordedDifference(
  { tree, rule }: Home,
  own: CompiledAct,
  national: CompiledAct,
): Bilingual | undefined {
  const deviation = rule.deviations.find(({ symbol }) => symbol === undefined || symbol === national.symbol)
  if (deviation) {
    return {
      vi: `đã ghi: khác văn bản quốc gia «${deviation.reason}»`,
      en: `on record: differs from the national act «${deviation.reason}»`,
    }
  }
  const entry =
    rule.readings.find(({ id }) =>
      fitting.some(([of, begin]) => of === id && begin.some((one) => rule.question.startsWith(one))),
    ) ??
    (national.effectiveOn > own.effectiveOn
      ? tree.readings.find(({ id }) => id === keptForOldDossiers)
      : undefined)
  return entry && sayReading(entry)
}

/** A reading the file records, as a note of a finding. */
export function sayReading({ id, note }: Reading): Bilingual {
  const more = note === undefined ? '' : ` «${note}»`
  return { vi: `đã ghi: cách hiểu ${id}${more}`, en: `on record: reading ${id}${more}` }
}

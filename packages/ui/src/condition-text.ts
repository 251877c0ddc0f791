import type { Condition, Field, Locale } from '@motcua/domain'
import { answerText } from './answers.ts'
import { words } from './words.ts'

/** Conditions in words, as they stand in a sentence: `“Quan hệ với trẻ” là Mẹ`. */
export function conditionText(when: readonly Condition[], fields: readonly Field[], locale: Locale): string {
  return when.map((condition) => sayOne(condition, fields, locale)).join(words(locale).conditions.and)
}

function sayOne({ field: id, how, values }: Condition, fields: readonly Field[], locale: Locale): string {
  const say = words(locale).conditions
  const field = fields.find((one) => one.id === id)
  const label = (field?.label[locale] ?? id).replace(/\?$/, '')
  const named = values.map((value) => {
    if (value === 'today') return say.today
    return field ? answerText(field, value, locale, []) : value
  })
  switch (how) {
    case 'is':
      return say.is(label, named.join(say.or))
    case 'is-not':
      return say.isNot(label, named.join(say.or))
    case 'answered':
      return say.answered(label)
    case 'not-answered':
      return say.notAnswered(label)
    case 'at-least':
      return say.atLeast(label, named[0] ?? '')
    case 'at-most':
      return say.atMost(label, named[0] ?? '')
    default:
      return how satisfies never
  }
}

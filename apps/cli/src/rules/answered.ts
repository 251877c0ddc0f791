import { BadFacts, UnknownQuestion } from '@motcua/dsl'
import { Unusable } from '../command.ts'

/** What the law answers; what it refuses to answer becomes a complaint to the person who asked. @throws Unusable */
export function answered<T>(question: () => T): T {
  try {
    return question()
  } catch (error) {
    if (error instanceof UnknownQuestion || error instanceof BadFacts) {
      throw new Unusable({ vi: error.vi, en: error.message })
    }
    throw error
  }
}

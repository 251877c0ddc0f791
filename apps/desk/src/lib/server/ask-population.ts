import type { ShownError } from '@motcua/ui/field-errors'
import type { Declared, PersonAnswer } from '#lib/population/compared.ts'
import { deskWords } from '#lib/words/index.ts'
import { whyNot } from './population.ts'
import { mayAskPopulation } from '#lib/works-at-desk.ts'

/** A query for the population database as it was typed, and what came of it. */
export interface AskedPerson {
  purpose: string
  declared: Declared
  answer?: PersonAnswer
  errors: ShownError[]
}

/** Whether the person at work stands on an approved list. */
export async function mayAsk({ api, staff }: App.Locals): Promise<boolean> {
  if (!staff || !mayAskPopulation(staff)) return false
  return (await api.trpc.population.own.query({})).mayAsk
}

/** Asks about one person for a purpose; what is missing or refused comes back as an error. */
export async function askPopulation(
  { api, locale }: App.Locals,
  {
    purpose,
    procedureCode,
    declared,
    numberAt,
  }: { purpose: string; procedureCode: string; declared: Declared; numberAt: `#${string}` },
): Promise<AskedPerson> {
  const say = deskWords(locale).population.ask
  const citizenId = (declared.citizenId ?? '').replace(/\s/g, '')
  const errors = [
    ...(/^\d{12}$/.test(citizenId) ? [] : [{ href: numberAt, text: say.numberMissing }]),
    ...(purpose.length >= 5 ? [] : [{ href: '#askPurpose', text: say.purposeMissing }]),
  ]
  if (errors.length > 0) return { purpose, declared, errors }
  const { fullName, birthDate = '' } = declared
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(birthDate)
  const asked = {
    citizenId,
    purpose,
    procedureCode,
    ...(fullName && { fullName }),
    ...(isDay && { birthDate }),
  }
  try {
    return { purpose, declared, answer: await api.trpc.population.query.mutate(asked), errors: [] }
  } catch (thrown) {
    return { purpose, declared, errors: [{ href: '#askPurpose', text: whyNot(thrown, locale) }] }
  }
}

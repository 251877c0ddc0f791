import { checkAnswers } from '@motcua/domain'
import type { Answers, Channel, FieldError, FormPage, ProcedureView } from '@motcua/api/client'
import { readAnswers } from '@motcua/ui/date-parts'
import { shownErrors, type ShownError } from '@motcua/ui/field-errors'
import { endOfDays } from '#lib/counter-form.ts'
import type { Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { text, ticked } from './form-data.ts'

/** Names of the boxes about somebody who comes for the applicant. */
export const agentFields = ['agentName', 'agentCitizenId', 'agentOrganisation', 'agentProof'] as const

/** What an officer typed and ticked at the counter, as typed. */
export interface CounterEntry {
  answers: Answers
  /** Who came for the applicant, as typed; all empty where the applicant came. */
  agent: Record<(typeof agentFields)[number], string>
  /** Body that settles it; empty for the officer's own. */
  agencyId: string
  caseId: string
  handedIn: string[]
  returnChannel: Channel | ''
  paymentChannel: Channel | ''
}

export function readEntry(
  posted: FormData,
  pages: readonly FormPage[],
  procedure: ProcedureView,
): CounterEntry {
  const fields = pages.flatMap((page) => page.fields)
  const oneOf = (name: string, allowed: readonly Channel[]) =>
    allowed.find((channel) => channel === text(posted, name)) ?? ''
  return {
    answers: readAnswers(posted, fields),
    agent: Object.fromEntries(agentFields.map((name) => [name, text(posted, name)])) as CounterEntry['agent'],
    agencyId: procedure.agencies.find(({ id }) => id === text(posted, 'agencyId'))?.id ?? '',
    caseId: text(posted, 'caseId'),
    handedIn: ticked(posted, 'handedIn'),
    returnChannel: oneOf('returnChannel', procedure.return.channels),
    paymentChannel: oneOf('paymentChannel', procedure.payment.channels),
  }
}

/** Answers as they are kept, and what is wrong with the entry. */
export function checkEntry(
  entry: CounterEntry,
  pages: readonly FormPage[],
  procedure: ProcedureView,
  locale: Locale,
): { answers: Answers; fieldErrors: FieldError[]; errors: ShownError[] } {
  const form = { id: 'counter', pages: [...pages] }
  const { answers, errors: wrong } = checkAnswers(form, entry.answers, { today: endOfDays })
  const fieldErrors = [...wrong]
  const say = deskWords(locale).counter
  const errors = [
    ...entryErrors(fieldErrors, pages, locale),
    ...(procedure.cases.some(({ id }) => id === entry.caseId)
      ? []
      : [{ href: '#caseId', text: say.caseMissing }]),
    ...agentErrors(entry.agent, locale),
    ...(entry.returnChannel || procedure.return.channels.length === 0
      ? []
      : [{ href: '#returnChannel', text: say.returnMissing }]),
  ]
  return { answers, fieldErrors, errors }
}

/** Errors of answers as the summary shows them. */
export function entryErrors(
  errors: readonly FieldError[],
  pages: readonly FormPage[],
  locale: Locale,
): ShownError[] {
  return shownErrors(
    errors,
    pages.flatMap((page) => page.fields),
    locale,
  )
}

/** Who comes for somebody else is named, and so is the paper that lets them. */
function agentErrors(agent: CounterEntry['agent'], locale: Locale): ShownError[] {
  if (agentFields.every((name) => agent[name] === '')) return []
  const say = deskWords(locale).counter.agent
  return [
    ...(agent.agentName ? [] : [{ href: '#agentName', text: say.nameMissing }]),
    ...(agent.agentProof ? [] : [{ href: '#agentProof', text: say.proofMissing }]),
    ...(/^(\d{9}|\d{12})?$/.test(agent.agentCitizenId.replace(/\s/g, ''))
      ? []
      : [{ href: '#agentCitizenId', text: say.citizenIdWrong }]),
  ]
}

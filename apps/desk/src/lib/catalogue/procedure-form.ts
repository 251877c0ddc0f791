import {
  feeKinds,
  serviceLevels,
  type FeeRate,
  type Field,
  type Paper,
  type ProcedureCase,
  type ProcedureContent,
} from '@motcua/domain'
import type { ShownError } from '@motcua/ui/field-errors'
import type { Words } from '../words/index.ts'
import { conditionsIn, flatConditions } from './condition-form.ts'
import { type Flat, freeId, linesIn, rowsIn, wholeIn } from './flat.ts'

/** Empty rows below those there are. */
const more = 2

export const limitUnits = ['working-day', 'calendar-day', 'working-hour', 'month'] as const
export const filingWays = ['counter', 'online', 'postal'] as const

/** What a draft says besides its form, as boxes. */
export function flatProcedure({ procedure, level, agencies, fees }: ProcedureContent): Flat {
  const { cases, papers } = procedure
  const flat: Flat = {
    name: procedure.name,
    shortName: procedure.shortName,
    field: procedure.field,
    level,
    agencies: agencies.join(' '),
    authority: procedure.decidingAuthority,
    applicants: procedure.applicants.join('\n'),
    channels: procedure.channels.join(' '),
    fee: procedure.fee,
    steps: (procedure.steps ?? []).join('\n'),
    requirements: (procedure.requirements ?? []).join('\n'),
    notes: procedure.notes.join('\n'),
    results: procedure.results.map(({ name }) => name).join('\n'),
    legalBasis: procedure.legalBasis.join('\n'),
    'case-rows': String(cases.length + more),
    'paper-rows': String(papers.length + more),
    'rate-rows': String(fees.length + more),
  }
  cases.forEach(({ id, name, limit, note = '' }, at) =>
    Object.assign(flat, {
      [`case-id-${at}`]: id,
      [`case-name-${at}`]: name,
      [`case-n-${at}`]: String(limit.n),
      [`case-unit-${at}`]: limit.unit,
      [`case-note-${at}`]: note,
    }),
  )
  papers.forEach(({ id, name, originals, copies, required, presentedOnly, when }, at) =>
    Object.assign(flat, {
      [`paper-id-${at}`]: id,
      [`paper-name-${at}`]: name,
      [`paper-need-${at}`]: presentedOnly ? 'presented' : required ? 'required' : 'optional',
      [`paper-originals-${at}`]: String(originals),
      [`paper-copies-${at}`]: String(copies),
      ...flatConditions(`paper-when-${at}`, when),
    }),
  )
  fees.forEach((rate, at) =>
    Object.assign(flat, {
      [`rate-item-${at}`]: rate.item,
      [`rate-kind-${at}`]: rate.kind,
      [`rate-amount-${at}`]: String(rate.amount),
      [`rate-per-${at}`]: rate.per ?? '',
      [`rate-forWhom-${at}`]: rate.forWhom ?? '',
      [`rate-case-${at}`]: rate.cases[0] ?? '',
      [`rate-due-${at}`]: rate.due,
      [`rate-from-${at}`]: rate.from,
      [`rate-basis-${at}`]: rate.basis,
    }),
  )
  return flat
}

/** What was typed, over what the draft said before: parts without a box stay as they are. */
export function procedureIn(
  flat: Flat,
  before: ProcedureContent,
  say: Words['catalogueEdit'],
): { content: Omit<ProcedureContent, 'form'>; errors: ShownError[] } {
  const errors: ShownError[] = []
  const wrong = (id: string, text: string) => errors.push({ href: `#${id}`, text })
  const fields = before.form.pages.flatMap((page) => page.fields)
  const level = serviceLevels.find((one) => one === flat['level'])
  const agencies = (flat['agencies'] ?? '').split(' ').filter(Boolean)
  const name = flat['name'] ?? ''
  if (!name) wrong('name', say.nameMissing)
  if (!level) wrong('level', say.levelMissing)
  if (agencies.length === 0) wrong('agencies', say.agencyMissing)
  const cases = casesIn(flat, before.procedure.cases, say, wrong)
  const papers = papersIn(flat, before.procedure.papers, fields, say, wrong)
  const fees = ratesIn(flat, before, say, wrong)
  const known = new Map(before.procedure.results.map((result) => [result.name, result]))
  const { steps: _, requirements: _requirements, ...rest } = before.procedure
  const [steps, requirements] = [linesIn(flat['steps']), linesIn(flat['requirements'])]
  const procedure = {
    ...rest,
    name,
    shortName: flat['shortName'] || name,
    field: flat['field'] ?? '',
    decidingAuthority: flat['authority'] ?? '',
    applicants: linesIn(flat['applicants']),
    channels: filingWays.filter((way) => (flat['channels'] ?? '').split(' ').includes(way)),
    cases,
    fee: flat['fee'] ?? '',
    papers,
    notes: linesIn(flat['notes']),
    results: linesIn(flat['results']).map((result) => known.get(result) ?? { name: result }),
    legalBasis: linesIn(flat['legalBasis']),
    ...(steps.length > 0 && { steps }),
    ...(requirements.length > 0 && { requirements }),
  }
  return { content: { procedure, level: level ?? before.level, agencies, fees }, errors }
}

type Wrong = (id: string, text: string) => void

function casesIn(flat: Flat, before: readonly ProcedureCase[], say: Words['catalogueEdit'], wrong: Wrong) {
  const taken = new Set(before.map(({ id }) => id))
  const cases = rows(flat, 'case', 'name').map((at): ProcedureCase => {
    const name = flat[`case-name-${at}`]!
    const n = wholeIn(flat[`case-n-${at}`])
    if (n === undefined) wrong(`case-n-${at}`, say.limitWrong(at + 1))
    const note = flat[`case-note-${at}`]
    return {
      id: flat[`case-id-${at}`] || freeId(name, taken),
      name,
      limit: {
        n: n ?? 0,
        unit: limitUnits.find((unit) => unit === flat[`case-unit-${at}`]) ?? 'working-day',
      },
      ...(note && { note }),
    }
  })
  if (cases.length === 0) wrong('case-name-0', say.caseMissing)
  return cases
}

function papersIn(
  flat: Flat,
  before: readonly Paper[],
  fields: readonly Field[],
  say: Words['catalogueEdit'],
  wrong: Wrong,
) {
  const taken = new Set(before.map(({ id }) => id))
  return rows(flat, 'paper', 'name').map((at): Paper => {
    const name = flat[`paper-name-${at}`]!
    const old = before.find(({ id }) => id === flat[`paper-id-${at}`])
    const [originals, copies] = ['originals', 'copies'].map((what) =>
      wholeIn(flat[`paper-${what}-${at}`] || '0'),
    )
    if (originals === undefined || copies === undefined)
      wrong(`paper-originals-${at}`, say.countWrong(at + 1))
    const need = flat[`paper-need-${at}`]
    const when = conditionsIn(flat, `paper-when-${at}`, fields)
    return {
      id: old?.id ?? freeId(name, taken),
      name,
      ...(old?.group && { group: old.group }),
      originals: originals ?? 0,
      copies: copies ?? 0,
      required: need === 'required',
      presentedOnly: need === 'presented',
      ...(when && { when }),
    }
  })
}

function ratesIn(
  flat: Flat,
  { procedure, fees }: ProcedureContent,
  say: Words['catalogueEdit'],
  wrong: Wrong,
): FeeRate[] {
  return rows(flat, 'rate', 'item').map((at): FeeRate => {
    const of = (what: string) => flat[`rate-${what}-${at}`] ?? ''
    const old = fees.find(({ item }) => item === of('item'))
    const amount = wholeIn(of('amount'))
    if (amount === undefined) wrong(`rate-amount-${at}`, say.amountWrong(at + 1))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(of('from'))) wrong(`rate-from-${at}`, say.dayWrong(at + 1))
    if (!of('basis')) wrong(`rate-basis-${at}`, say.rateMissing(at + 1))
    const cases = of('case') ? (old?.cases.includes(of('case')) ? old.cases : [of('case')]) : []
    return {
      procedure: procedure.code,
      cases,
      modes: old?.modes ?? [],
      item: of('item'),
      kind: feeKinds.find((kind) => kind === of('kind')) ?? 'charges',
      amount: amount ?? 0,
      ...(of('per') && { per: of('per') }),
      ...(old?.countBy && of('per') && { countBy: old.countBy }),
      ...(of('forWhom') && { forWhom: of('forWhom') }),
      due: of('due') === 'filing' ? 'filing' : 'result',
      from: of('from') as FeeRate['from'],
      ...(old?.to && { to: old.to }),
      basis: of('basis'),
    }
  })
}

/** Numbers of the rows in which something stands. */
function rows(flat: Flat, name: string, column: string): number[] {
  return Array.from({ length: rowsIn(flat, name) }, (_, at) => at).filter(
    (at) => flat[`${name}-${column}-${at}`],
  )
}

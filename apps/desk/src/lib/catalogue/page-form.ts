import { fieldKinds, type Field, type FormPage } from '@motcua/domain'
import type { ShownError } from '@motcua/ui/field-errors'
import type { Words } from '../words/index.ts'
import { conditionsIn, flatConditions } from './condition-form.ts'
import { type Flat, freeId, linesIn, rowsIn, wholeIn } from './flat.ts'

const more = 2

export const prefills = ['fullName', 'citizenId', 'phone', 'email', 'address', 'birthDate'] as const

/** One page of a form, as boxes. */
export function flatPage({ title, hint, when, fields }: FormPage): Flat {
  const flat: Flat = {
    titleVi: title.vi,
    titleEn: title.en,
    hintVi: hint?.vi ?? '',
    hintEn: hint?.en ?? '',
    ...flatConditions('page-when', when),
    'field-rows': String(fields.length + more),
  }
  fields.forEach((field, at) =>
    Object.assign(flat, {
      [`field-id-${at}`]: field.id,
      [`field-order-${at}`]: String(at + 1),
      [`field-label-${at}`]: field.label.vi,
      [`field-labelEn-${at}`]: field.label.en,
      [`field-hint-${at}`]: field.hint?.vi ?? '',
      [`field-hintEn-${at}`]: field.hint?.en ?? '',
      [`field-kind-${at}`]: field.kind,
      [`field-need-${at}`]: field.optional ? 'no' : 'yes',
      [`field-choices-${at}`]: (field.choices ?? [])
        .map(({ value, label }) => `${value} = ${label.vi} | ${label.en}`)
        .join('\n'),
      [`field-minLength-${at}`]: String(field.minLength ?? ''),
      [`field-maxLength-${at}`]: String(field.maxLength ?? ''),
      [`field-min-${at}`]: field.min ?? '',
      [`field-max-${at}`]: field.max ?? '',
      [`field-mask-${at}`]: field.mask ?? '',
      [`field-prefill-${at}`]: field.prefill ?? '',
      ...flatConditions(`field-when-${at}`, field.when),
    }),
  )
  return flat
}

/** What was typed, over what the page was before; `all` are the questions of the whole form. */
export function pageIn(
  flat: Flat,
  before: FormPage,
  all: readonly Field[],
  say: Words['formEdit'],
): { page: FormPage; errors: ShownError[] } {
  const errors: ShownError[] = []
  const taken = new Set(all.map(({ id }) => id))
  const typed = Array.from({ length: rowsIn(flat, 'field') }, (_, at) => at)
    .filter((at) => flat[`field-label-${at}`])
    .toSorted((a, b) => orderOf(flat, a) - orderOf(flat, b))
  const fields = typed.map((at) => fieldIn(flat, at, { before, all, taken, say, errors }))
  if (!flat['titleVi']) errors.push({ href: '#titleVi', text: say.titleMissing })
  if (fields.length === 0) errors.push({ href: '#field-label-0', text: say.questionMissing })
  const when = conditionsIn(flat, 'page-when', all)
  const page = {
    id: before.id,
    title: words(flat['titleVi'], flat['titleEn']),
    ...(flat['hintVi'] && { hint: words(flat['hintVi'], flat['hintEn']) }),
    ...(when && { when }),
    fields,
  }
  return { page, errors }
}

function fieldIn(
  flat: Flat,
  at: number,
  {
    before,
    all,
    taken,
    say,
    errors,
  }: {
    before: FormPage
    all: readonly Field[]
    taken: Set<string>
    say: Words['formEdit']
    errors: ShownError[]
  },
): Field {
  const of = (what: string) => flat[`field-${what}-${at}`] ?? ''
  const old = before.fields.find(({ id }) => id === of('id'))
  const kind = fieldKinds.find((one) => one === of('kind'))
  if (!kind) errors.push({ href: `#field-kind-${at}`, text: say.kindMissing(at + 1) })
  const [minLength, maxLength] = ['minLength', 'maxLength'].map((what) => {
    const length = of(what) ? wholeIn(of(what)) : undefined
    if (of(what) && !length) errors.push({ href: `#field-${what}-${at}`, text: say.lengthWrong(at + 1) })
    return length
  })
  const prefill = prefills.find((one) => one === of('prefill'))
  const when = conditionsIn(flat, `field-when-${at}`, all)
  const choices = choicesIn(of('choices'))
  return {
    id: old?.id ?? freeId(of('label'), taken, 'camel'),
    kind: kind ?? 'text',
    label: words(of('label'), of('labelEn')),
    ...(of('hint') && { hint: words(of('hint'), of('hintEn')) }),
    optional: of('need') === 'no',
    ...(old?.autocomplete && { autocomplete: old.autocomplete }),
    ...(old?.future && { future: true }),
    ...(kind === 'choice' && { choices }),
    ...(minLength && { minLength }),
    ...(maxLength && { maxLength }),
    ...(of('min') && { min: of('min') }),
    ...(of('max') && { max: of('max') }),
    ...(of('mask') && { mask: of('mask') }),
    ...(prefill && { prefill }),
    ...(when && { when }),
  }
}

/** `mother = Mẹ | Mother`, one on each line. */
function choicesIn(text: string): NonNullable<Field['choices']> {
  const taken = new Set<string>()
  return linesIn(text).map((line) => {
    const [, code, said = ''] = /^(?:\s*([\w-]+)\s*=)?\s*(.*)$/.exec(line) ?? []
    const [vi = '', en] = said.split('|').map((part) => part.trim())
    const label = words(vi, en)
    if (!code) return { value: freeId(vi, taken), label }
    taken.add(code)
    return { value: code, label }
  })
}

function orderOf(flat: Flat, at: number): number {
  return Number((flat[`field-order-${at}`] ?? '').replace(',', '.')) || 1000 + at
}

/** Words in both languages; without English the Vietnamese stand for both. */
function words(vi = '', en = ''): { vi: string; en: string } {
  return { vi, en: en || vi }
}

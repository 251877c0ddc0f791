import { words } from '@motcua/ui/words'
import { fileFaultText } from '@motcua/ui/file-fault'
import { formatMoney } from '@motcua/ui/format'
import type { ShownError } from '@motcua/ui/field-errors'
import type { CountedPaper, Paper } from '@motcua/api/client'
import type { Locale } from '#lib/locale.ts'
import { deskWords } from '#lib/words/index.ts'
import { failureOf } from './failures.ts'
import { files, text } from './form-data.ts'

/** A count as it was typed: sheets by `originals-<paper id>` and `copies-<paper id>`, empty for none. */
export function readCount(
  posted: FormData,
  papers: readonly Paper[],
  locale: Locale,
): { typed: Record<string, string>; counted: CountedPaper[]; errors: ShownError[] } {
  const typed: Record<string, string> = {}
  const errors: ShownError[] = []
  const counted = papers
    .filter(({ presentedOnly }) => !presentedOnly)
    .map(({ id, name }) => {
      const of = (what: 'originals' | 'copies'): number => {
        const field = `${what}-${id}`
        typed[field] = text(posted, field)
        const sheets = number(typed[field], 999)
        if (sheets === undefined)
          errors.push({ href: `#${field}`, text: deskWords(locale).post.form.countWrong(name) })
        return sheets ?? 0
      }
      return { paperId: id, originals: of('originals'), copies: of('copies') }
    })
  return { typed, counted, errors }
}

/** A whole number as people write it (`8.000`), empty for 0; undefined where it is none. */
export function number(typed: string, most: number): number | undefined {
  const plain = typed.replace(/[\s.]/g, '')
  if (plain === '') return 0
  if (!/^\d{1,10}$/.test(plain)) return undefined
  return Number(plain) > most ? undefined : Number(plain)
}

/** The input as JSON with the photographs of papers beside it, as the API takes them. */
export function withPhotos(entry: object, posted: FormData, papers: readonly Paper[]): FormData {
  const form = new FormData()
  form.set('entry', JSON.stringify(entry))
  for (const { id } of papers)
    for (const file of files(posted, `photo-${id}`)) form.append(`photo-${id}`, file)
  return form
}

/** What the office found wrong, as errors of a page of the post. Anything else is thrown on. */
export function postErrors(
  thrown: unknown,
  locale: Locale,
  at: Readonly<Record<string, string>> = {},
): ShownError[] {
  const failure = failureOf(thrown)
  if (failure.kind === 'refused') {
    const { code, data } = failure.refusal
    const href = at[code] ?? '#main'
    if (code === 'file-not-accepted') return [{ href, text: fileFaultText(data, locale) }]
    if (code === 'amount-differs')
      return [{ href, text: deskWords(locale).post.form.feesDiffer(formatMoney(Number(data?.owed), locale)) }]
    return [{ href, text: words(locale).refusals[code] }]
  }
  if (failure.kind === 'not-found' && at['not-found'])
    return [{ href: at['not-found'], text: deskWords(locale).post.deliverForm.notFound }]
  if (failure.kind === 'conflict' && at['conflict'])
    return [{ href: at['conflict'], text: deskWords(locale).post.deliverForm.taken }]
  if (failure.kind === 'invalid')
    return failure.fields.map(({ field }) => ({
      href: `#${field.replace('applicant.', '')}`,
      text: deskWords(locale).acts.notTaken(field.replace('applicant.', '')),
    }))
  throw thrown
}

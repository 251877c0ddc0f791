import type { Answers, Applicant, CivilDate, Field, Form, FormPage, ProcedureView } from '@motcua/api/client'
import type { Locale } from './locale.ts'
import { applies } from '@motcua/domain/applies'
import { deskWords } from './words/index.ts'

const details = ['fullName', 'citizenId', 'phone', 'email', 'address'] as const
type Detail = (typeof details)[number]

/** Whether a day lies in the future is for the office to say, whose clock is the one that counts. */
export const endOfDays = '9999-12-31' as CivilDate

/** What the office cannot do without; the paper form on the desk holds the rest. */
const needed: ReadonlySet<Detail> = new Set<Detail>(['fullName', 'citizenId'])

/**
 * The pages of a form as the counter asks them. The body is the officer's own and is not asked. What the form does
 * not ask about the applicant stands on a page of its own, so that nothing is asked twice.
 */
export function counterPages(form: Form): FormPage[] {
  const pages = form.pages
    .map((page) => ({
      id: page.id,
      title: page.title,
      ...(page.hint && { hint: page.hint }),
      fields: fieldsAlone(page)
        .filter(({ kind }) => kind !== 'agency')
        .map(asCounterField),
    }))
    .filter(({ fields }) => fields.length > 0)
  const asked = new Set(pages.flatMap(({ fields }) => fields.map(({ prefill }) => prefill)))
  const fields = details.filter((detail) => !asked.has(detail)).map(applicantField)
  if (fields.length === 0) return pages
  return [{ id: 'applicantDetails', title: bilingual((say) => say.counter.applicant), fields }, ...pages]
}

/** The questions of a page, each with what the whole page depends on: at the desk all pages stand on one. */
export function fieldsAlone({ when = [], fields }: FormPage): Field[] {
  if (when.length === 0) return fields
  return fields.map((field) => ({ ...field, when: [...when, ...(field.when ?? [])] }))
}

/** Who files, out of the answers that say so. */
export function applicantIn(pages: readonly FormPage[], answers: Answers): Omit<Applicant, 'accountId'> {
  const of = (detail: Detail) => answers[fieldOf(pages, detail)] || undefined
  const [phone, email, address] = [of('phone'), of('email'), of('address')]
  return {
    fullName: of('fullName') ?? '',
    citizenId: of('citizenId') ?? '',
    ...(phone && { phone }),
    ...(email && { email }),
    ...(address && { address }),
  }
}

/** The answers that belong to the form itself, with the body that takes the dossier in. */
export function formAnswers(form: Form, answers: Answers, agencyId: string): Answers {
  const fields = form.pages.flatMap((page) => page.fields)
  const own = fields.map(({ id, kind }) => [id, kind === 'agency' ? agencyId : (answers[id] ?? '')] as const)
  return Object.fromEntries(own.filter(([, answer]) => answer !== ''))
}

/** The field in which a detail of the applicant is asked. */
export function fieldOf(pages: readonly FormPage[], detail: string): string {
  const fields = pages.flatMap((page) => page.fields)
  return fields.find(({ prefill }) => prefill === detail)?.id ?? detail
}

/** Papers that must be there and were neither ticked nor scanned. */
export function papersLacking(
  { papers }: Pick<ProcedureView, 'papers'>,
  handedIn: readonly string[],
  scanned: readonly string[],
  answers: Answers,
): ProcedureView['papers'] {
  return papers.filter(
    (paper) =>
      paper.required &&
      !paper.presentedOnly &&
      !handedIn.includes(paper.id) &&
      !scanned.includes(paper.id) &&
      applies(paper, answers, endOfDays),
  )
}

function asCounterField(field: Field): Field {
  return { ...field, optional: !needed.has(field.prefill as Detail), autocomplete: 'off' }
}

function applicantField(detail: Detail): Field {
  const kinds = {
    fullName: 'text',
    citizenId: 'citizen-id',
    phone: 'phone',
    email: 'email',
    address: 'text',
  } as const
  return {
    id: `applicant${detail[0]!.toUpperCase()}${detail.slice(1)}`,
    kind: kinds[detail],
    label: bilingual((say) => say.file[detail]),
    optional: !needed.has(detail),
    autocomplete: 'off',
    prefill: detail,
    ...(detail === 'citizenId' && { hint: bilingual((say) => say.counter.citizenIdHint) }),
  }
}

function bilingual(word: (say: ReturnType<typeof deskWords>) => string) {
  const of = (locale: Locale) => word(deskWords(locale))
  return { vi: of('vi'), en: of('en') }
}

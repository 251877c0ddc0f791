import { fail, redirect } from '@sveltejs/kit'
import { checkAnswers } from '@motcua/domain'
import type { Channel, PostalProcedure, ProcedureView } from '@motcua/api/client'
import { readAnswers } from '@motcua/ui/date-parts'
import { shownErrors, type ShownError } from '@motcua/ui/field-errors'
import { applicantIn, counterPages, endOfDays, formAnswers } from '#lib/counter-form.ts'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { number, postErrors, readCount, withPhotos } from '#lib/server/post.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => ({ ...(await prepare(event)), key: crypto.randomUUID() })

async function prepare({ locals, params }: RequestEvent | Parameters<PageServerLoad>[0]) {
  const { trpc } = locals.api
  const [procedure, law] = await orErrorPage(
    Promise.all([
      trpc.catalogue.get.query({ code: params.code, mode: 'postal' }),
      trpc.postal.procedure.query({ code: params.code }),
    ]),
  )
  return { procedure, law, pages: counterPages(procedure.form) }
}

export const actions: Actions = {
  /** Keeps the count; the applicant confirms it on the next page. */
  async default(event) {
    const { locals, request } = event
    const { locale } = locals
    const { procedure, law, pages } = await prepare(event)
    const posted = await request.formData()
    const typed = readTyped(posted, pages, procedure, law)
    const count = readCount(posted, procedure.papers, locale)
    const form = { id: 'collect', pages }
    const checked = checkAnswers(form, typed.answers, { today: endOfDays })
    const fieldErrors = [...checked.errors]
    const { answers } = checked
    const errors = [
      ...shownErrors(
        fieldErrors,
        pages.flatMap(({ fields }) => fields),
        locale,
      ),
      ...missing(typed, procedure, law, locale),
      ...count.errors,
    ]
    const back = { typed, count: count.typed, fieldErrors }
    if (errors.length > 0) return fail(400, { ...back, errors })
    const entry = {
      key: typed.key,
      procedureCode: procedure.code,
      caseId: typed.caseId,
      agencyId: typed.agencyId,
      applicant: applicantIn(pages, answers),
      answers: formAnswers(procedure.form, answers, typed.agencyId),
      counted: count.counted,
      receipt: typed.receipt,
      returnChannel: typed.returnChannel,
      place: typed.place,
      registeredMail: typed.registeredMail,
      prepaid: { fees: number(typed.fees, most) ?? 0, returnPostage: number(typed.postage, most) ?? 0 },
    }
    let id: string
    try {
      const form = withPhotos(entry, posted, procedure.papers)
      id = (await locals.api.trpc.postal.collect.mutate(form)).id
    } catch (thrown) {
      return fail(400, { ...back, errors: postErrors(thrown, locale, mendedAt) })
    }
    redirect(303, `${pathIn(locale, `/post/collections/${id}`)}?kept`)
  },
}

const most = 1_000_000_000

const mendedAt = {
  'receipt-option-not-single': '#receipt',
  'receipt-option-unreachable': '#receipt',
  'postal-place-not-allowed': '#place',
  'channel-not-allowed': '#returnChannel',
  'amount-differs': '#fees',
  'file-not-accepted': '#photos',
}

function readTyped(
  posted: FormData,
  pages: ReturnType<typeof counterPages>,
  procedure: ProcedureView,
  law: PostalProcedure,
) {
  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | '' =>
    allowed.find((one) => one === text(posted, name)) ?? ''
  return {
    key: text(posted, 'key'),
    answers: readAnswers(
      posted,
      pages.flatMap(({ fields }) => fields),
    ),
    agencyId: oneOf(
      'agencyId',
      procedure.agencies.map(({ id }) => id),
    ),
    caseId: oneOf(
      'caseId',
      procedure.cases.map(({ id }) => id),
    ),
    receipt: ticked(posted, 'receipt').filter((way) => law.receiptOptions.some((option) => option === way)),
    returnChannel: oneOf<Channel>('returnChannel', procedure.return.channels),
    place: oneOf('place', placesOf(law)),
    registeredMail: text(posted, 'registeredMail').slice(0, 40),
    fees: text(posted, 'fees'),
    postage: text(posted, 'postage'),
  }
}

function placesOf({ places }: PostalProcedure) {
  return places.length > 0 ? places : (['postal-outlet', 'customer-address'] as const)
}

function missing(
  typed: ReturnType<typeof readTyped>,
  procedure: ProcedureView,
  law: PostalProcedure,
  locale: 'vi' | 'en',
): ShownError[] {
  const say = deskWords(locale).post.form
  const lacks = (is: boolean, href: string, said: string) => (is ? [{ href, text: said }] : [])
  return [
    ...lacks(!typed.agencyId, '#agencyId', say.agencyMissing),
    ...lacks(!typed.caseId, '#caseId', say.caseMissing),
    ...lacks(
      !typed.returnChannel && procedure.return.channels.length > 0,
      '#returnChannel',
      say.returnMissing,
    ),
    ...lacks(!typed.place, '#place', say.placeMissing),
    ...lacks(law.exactlyOne && typed.receipt.length !== 1, '#receipt', say.receiptHint),
    ...lacks(number(typed.fees, most) === undefined, '#fees', say.moneyWrong),
    ...lacks(number(typed.postage, most) === undefined, '#postage', say.moneyWrong),
  ]
}

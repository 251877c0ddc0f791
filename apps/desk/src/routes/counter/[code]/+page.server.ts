import { error, fail, redirect } from '@sveltejs/kit'
import type { FieldError, ProcedureView, RefusalCode } from '@motcua/api/client'
import { fileFaultText } from '@motcua/ui/file-fault'
import { words } from '@motcua/ui/words'
import { applicantIn, counterPages, fieldOf, formAnswers, papersLacking } from '#lib/counter-form.ts'
import { pathIn, type Locale } from '#lib/locale.ts'
import { personDetails } from '#lib/population/compared.ts'
import { askPopulation, mayAsk } from '#lib/server/ask-population.ts'
import { checkEntry, entryErrors, readEntry, type CounterEntry } from '#lib/server/counter-entry.ts'
import { failureOf, orErrorPage, type Failure } from '#lib/server/failures.ts'
import { files, text } from '#lib/server/form-data.ts'
import { shortName } from '#lib/short-name.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const [{ procedure, pages, agency, bodies }, asks] = await Promise.all([
    prepare(event),
    mayAsk(event.locals),
  ])
  return { procedure, pages, agency, bodies, asks }
}

export const actions: Actions = {
  /** Shows everything once more, before it is entered. */
  async check(event) {
    const { pages, procedure, isOwn } = await prepare(event)
    const entry = readEntry(await event.request.formData(), pages, procedure)
    const { answers, fieldErrors, errors } = checkEntry(entry, pages, procedure, event.locals.locale)
    if (!isOwn && !entry.agencyId)
      errors.push({ href: '#agencyId', text: deskWords(event.locals.locale).counter.bodyMissing })
    if (errors.length > 0) return fail(400, { step: 'edit', entry, key: '', fieldErrors, errors })
    return { step: 'check', entry: { ...entry, answers }, key: crypto.randomUUID(), fieldErrors, errors }
  },

  async edit(event) {
    const { pages, procedure } = await prepare(event)
    const entry = readEntry(await event.request.formData(), pages, procedure)
    return { step: 'edit', entry, key: '', fieldErrors: [], errors: [] }
  },

  /** Asks the population database about the person whose number was typed; everything typed stays. */
  async ask(event) {
    const { pages, procedure } = await prepare(event)
    const posted = await event.request.formData()
    const entry = readEntry(posted, pages, procedure)
    const declared = Object.fromEntries(
      personDetails.map((detail) => [detail, entry.answers[fieldOf(pages, detail)] ?? '']),
    )
    const asked = await askPopulation(event.locals, {
      purpose: text(posted, 'askPurpose'),
      procedureCode: procedure.code,
      declared,
      numberAt: `#${fieldOf(pages, 'citizenId')}`,
    })
    const { errors } = asked
    const answer = {
      step: 'edit',
      entry,
      key: '',
      fieldErrors: [],
      errors,
      asked: { ...asked, filled: false },
    }
    return errors.length > 0 ? fail(400, answer) : answer
  },

  /** Writes what the population database knows into the form, to be checked by the officer. */
  async fill(event) {
    const { pages, procedure } = await prepare(event)
    const posted = await event.request.formData()
    const entry = readEntry(posted, pages, procedure)
    const ids = new Set(pages.flatMap(({ fields }) => fields.map(({ id }) => id)))
    const known = personDetails
      .map((detail) => [fieldOf(pages, detail), text(posted, `known-${detail}`)] as const)
      .filter(([field, value]) => ids.has(field) && value !== '')
    const answers = { ...entry.answers, ...Object.fromEntries(known) }
    const asked = { purpose: text(posted, 'askPurpose'), declared: {}, errors: [], filled: true }
    return { step: 'edit', entry: { ...entry, answers }, key: '', fieldErrors: [], errors: [], asked }
  },

  /** Enters it, once however often it is pressed, and goes on to its acceptance. */
  async enter(event) {
    const { locale } = event.locals
    const { pages, procedure } = await prepare(event)
    const posted = await event.request.formData()
    const entry = readEntry(posted, pages, procedure)
    const key = text(posted, 'key')
    const { fieldErrors, errors } = checkEntry(entry, pages, procedure, locale)
    if (errors.length > 0) return fail(400, { step: 'edit', entry, key, fieldErrors, errors })

    const scans = scansIn(posted, procedure)
    const lacking = papersLacking(
      procedure,
      entry.handedIn,
      scans.map(({ paperId }) => paperId),
      entry.answers,
    )
    if (lacking.length > 0) {
      const say = deskWords(locale).counter
      const errors = lacking.map(({ id, name }) => ({
        href: `#scan-${id}`,
        text: say.paperMissing(shortName(name)),
      }))
      return fail(400, { step: 'check', entry, key, fieldErrors: [], errors })
    }
    let entered: { dossierId: string; submissionNo: string }
    try {
      entered = await enter(event, procedure, pages, entry, key, scans)
    } catch (thrown) {
      const wrong = explain(failureOf(thrown), pages, locale)
      return fail(400, { entry, key, ...wrong })
    }
    if (entry.agencyId) redirect(303, `${pathIn(locale, '/counter')}?passed-on=${entered.submissionNo}`)
    redirect(303, `${pathIn(locale, `/dossiers/${entered.dossierId}/accept`)}?entered`)
  },
}

async function prepare({ locals, params }: RequestEvent | Parameters<PageServerLoad>[0]) {
  const { agency, tenant } = locals.staff!
  const procedure = await orErrorPage(
    locals.api.trpc.catalogue.get.query({ code: params.code, mode: 'counter' }),
  )
  const isOwn = procedure.agencies.some(({ id }) => id === agency.id)
  if (!isOwn && !tenant.boundaryFree) error(404, 'not received here')
  const bodies = tenant.boundaryFree ? procedure.agencies.filter(({ id }) => id !== agency.id) : []
  return { procedure, agency, isOwn, bodies, pages: counterPages(procedure.form) }
}

interface Scan {
  paperId: string
  file: File
}

function scansIn(posted: FormData, { papers }: ProcedureView): Scan[] {
  return papers.flatMap(({ id }) => files(posted, `scan-${id}`).map((file) => ({ paperId: id, file })))
}

async function enter(
  { locals }: RequestEvent,
  procedure: ProcedureView,
  pages: ReturnType<typeof counterPages>,
  entry: CounterEntry,
  key: string,
  scans: readonly Scan[],
): Promise<{ dossierId: string; submissionNo: string }> {
  const agencyId = entry.agencyId || locals.staff!.agency.id
  const form = new FormData()
  form.set(
    'entry',
    JSON.stringify({
      key,
      procedureCode: procedure.code,
      caseId: entry.caseId,
      agencyId,
      applicant: applicantIn(pages, entry.answers),
      answers: formAnswers(procedure.form, entry.answers, agencyId),
      handedIn: entry.handedIn,
      ...(entry.agent.agentName && { agent: agentOf(entry.agent) }),
      returnChannel: entry.returnChannel,
      ...(entry.paymentChannel && { paymentChannel: entry.paymentChannel }),
    }),
  )
  for (const { paperId, file } of scans) form.append(`scan-${paperId}`, file)
  return locals.api.trpc.intake.enterAtCounterWithScans.mutate(form)
}

function agentOf({ agentName, agentCitizenId, agentOrganisation, agentProof }: CounterEntry['agent']) {
  return {
    fullName: agentName,
    ...(agentCitizenId && { citizenId: agentCitizenId }),
    ...(agentOrganisation && { organisation: agentOrganisation }),
    proof: agentProof,
  }
}

/** What the office found wrong, at the step where it can be mended. */
function explain(failure: Failure, pages: ReturnType<typeof counterPages>, locale: Locale) {
  if (failure.kind === 'invalid') return onEdit(failure.fields.map(named(pages)), pages, locale)
  if (failure.kind !== 'refused') error(failure.kind === 'forbidden' ? 403 : 409, failure.kind)
  const { code, data } = failure.refusal
  if (code === 'answers-invalid') return onEdit((data?.['errors'] ?? []) as FieldError[], pages, locale)
  if (code === 'file-not-accepted') {
    const errors = [{ href: '#scans', text: fileFaultText(data, locale) }]
    return { step: 'check', fieldErrors: [], errors }
  }
  return {
    step: 'edit',
    fieldErrors: [],
    errors: [{ href: placeOf(code), text: words(locale).refusals[code] }],
  }
}

function onEdit(fieldErrors: FieldError[], pages: ReturnType<typeof counterPages>, locale: Locale) {
  return { step: 'edit', fieldErrors, errors: entryErrors(fieldErrors, pages, locale) }
}

/** `applicant.citizenId` is the field of the form in which that was asked. */
function named(pages: ReturnType<typeof counterPages>) {
  return (wrong: FieldError): FieldError => ({
    ...wrong,
    field: wrong.field.startsWith('applicant.')
      ? fieldOf(pages, wrong.field.slice('applicant.'.length))
      : wrong.field,
  })
}

function placeOf(code: RefusalCode): string {
  return code === 'channel-not-allowed' ? '#returnChannel' : '#papers'
}

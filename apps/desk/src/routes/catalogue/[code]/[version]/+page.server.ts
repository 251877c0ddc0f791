import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { CatalogueFault } from '@motcua/domain'
import type { ShownError } from '@motcua/ui/field-errors'
import { words } from '@motcua/ui/words'
import { faultText } from '#lib/catalogue/fault-words.ts'
import { pathIn, type Locale } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { dayOf, momentOf } from '#lib/work-form.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const version = Number(params.version)
  if (!Number.isInteger(version) || version < 1) error(404, 'not found')
  return {
    version: await orErrorPage(locals.api.trpc.catalogue.version.query({ code: params.code, version })),
    agencies: await orErrorPage(locals.api.trpc.catalogue.agencies.query()),
    isDone: url.searchParams.has('done'),
  }
}

const boxes = [
  'number',
  'signedBy',
  'issuedOn',
  'effectiveOn',
  'receivedOn',
  'announcedName',
  'consultation',
  'finding',
  'reason',
  'dropReason',
] as const
type Box = (typeof boxes)[number]
type Typed = Record<Box, string>
type Read = { code: string; version: number; revision: number }

export const actions: Actions = {
  propose: (event) =>
    move(event, ['number', 'signedBy', 'issuedOn', 'effectiveOn', 'receivedOn'], (read, typed) =>
      event.locals.api.trpc.catalogue.propose.mutate({
        ...read,
        decision: {
          number: typed.number,
          signedBy: typed.signedBy,
          issuedOn: typed.issuedOn,
          effectiveOn: typed.effectiveOn,
          receivedAt: momentOf(typed.receivedOn, '08:00')!,
          ...(typed.announcedName && { announcedName: typed.announcedName }),
        },
        ...(typed.consultation && { consultation: typed.consultation }),
      }),
    ),
  appraise: (event) =>
    move(event, ['finding'], (read, { finding }) =>
      event.locals.api.trpc.catalogue.appraise.mutate({ ...read, finding }),
    ),
  giveBack: (event) =>
    move(event, ['reason'], (read, { reason }) =>
      event.locals.api.trpc.catalogue.giveBack.mutate({ ...read, reason }),
    ),
  drop: (event) =>
    move(event, ['dropReason'], (read, { dropReason: reason }) =>
      event.locals.api.trpc.catalogue.drop.mutate({ ...read, reason }),
    ),
  publish: (event) => move(event, [], (read) => event.locals.api.trpc.catalogue.publish.mutate(read)),
}

async function move(
  { request, locals, params }: RequestEvent<{ code: string; version: string }>,
  needed: readonly Box[],
  send: (read: Read, typed: Typed) => Promise<unknown>,
) {
  const { locale } = locals
  const posted = await request.formData()
  const read = (name: string) => text(posted, name)
  const typed = Object.fromEntries(
    boxes.map((name) => [name, name.endsWith('On') ? dayOf(read, name) : read(name)]),
  ) as Typed
  const wrong = (errors: ShownError[]) => fail(400, { typed: typed as Record<string, string>, errors })
  const lacks = needed.filter((name) =>
    name.endsWith('On') ? !momentOf(typed[name], '08:00') : typed[name] === '',
  )
  const say = deskWords(locale).catalogue
  const labels: Partial<Record<Box, string>> = {
    ...say.propose,
    finding: say.appraise.finding,
    reason: say.giveBack.reason,
    dropReason: say.drop.reason,
  }
  if (lacks.length > 0)
    return wrong(lacks.map((name) => ({ href: `#${name}`, text: say.lacks(labels[name] ?? name) })))
  const version = { code: params.code, version: Number(params.version), revision: Number(read('revision')) }
  try {
    await send(version, typed)
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind === 'conflict') return wrong([{ href: '#act', text: deskWords(locale).catalogue.moved }])
    if (failure.kind === 'invalid')
      return wrong([{ href: '#act', text: deskWords(locale).catalogue.missing }])
    if (failure.kind === 'refused') return wrong(refusalErrors(failure.refusal, locale))
    await orErrorPage(Promise.reject(thrown))
  }
  redirect(303, pathIn(locale, `/catalogue/${params.code}/${params.version}?done=1`))
}

function refusalErrors(
  {
    code,
    data,
  }: { code: keyof ReturnType<typeof words>['refusals']; data?: Readonly<Record<string, unknown>> },
  locale: Locale,
): ShownError[] {
  const faults = (data?.['faults'] ?? []) as CatalogueFault[]
  const problems = (data?.['problems'] ?? []) as Record<Locale, string>[]
  const said = [
    ...faults.map((fault) => faultText(fault, locale)),
    ...problems.map((problem) => problem[locale]),
  ]
  if (said.length > 0) return said.map((line) => ({ href: '#act', text: line }))
  const place = code === 'consultation-missing' ? '#consultation' : '#act'
  return [{ href: place, text: words(locale).refusals[code] }]
}

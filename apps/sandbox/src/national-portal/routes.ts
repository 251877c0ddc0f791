import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { words, type Words } from '../words.ts'
import { State, type Cabinet, type Filing } from './cabinet.ts'
import { cannotAskPage, formPage, procedurePage } from './form-page.ts'
import { filingPage, homePage } from './pages.ts'
import { askOffered, callProvince, type Answered, type Province } from './provinces.ts'
import { createGuard } from './signing.ts'

export interface NationalPortalOptions {
  readonly cabinet: Cabinet
  readonly provinces: readonly Province[]
  readonly now: () => Date
}

type Form = Record<string, string | File>

/** The national portal: pages to file from, the door where provinces deliver states, and the drills. */
export function nationalPortal({ cabinet, provinces, now }: NationalPortalOptions): Hono {
  const app = new Hono()
  const guard = createGuard()
  const provinceOf = (id: unknown): Province | undefined => provinces.find((one) => one.id === id)

  app.post('/states', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const province = provinceOf(c.req.header('x-exchange-province'))
    const { pathname, search } = new URL(c.req.url)
    const verdict = guard(
      { method: 'POST', path: `${pathname}${search}`, body },
      (name) => c.req.header(name),
      { key: province?.key, now: now() },
    )
    if (verdict === 'not-signed') {
      cabinet.refusals.notSigned++
      return c.json({ error: verdict }, 401)
    }
    if (verdict === 'replayed') {
      cabinet.refusals.replayed++
      return c.json({ error: verdict }, 409)
    }
    if (cabinet.drill.slowSeconds > 0) await sleep(cabinet.drill.slowSeconds * 1000)
    if (cabinet.drill.out) {
      cabinet.refusals.out++
      return c.json({ error: 'out-of-order' }, 503, { 'retry-after': '30' })
    }
    const state = State.safeParse(parsed(new TextDecoder().decode(body)))
    if (!state.success) return c.json({ error: 'not-understood', issues: state.error.issues }, 400)
    cabinet.putState(province!.id, state.data)
    return c.json({ id: state.data.id }, 202)
  })

  app.get('/', (c) =>
    c.html(
      homePage(
        cabinet,
        provinces.map(({ id }) => id),
        wordsOf(c.req.query('lang')),
      ),
    ),
  )
  app.get('/new', async (c) => {
    const w = wordsOf(c.req.query('lang'))
    const province = provinceOf(c.req.query('province'))
    if (!province) return c.redirect('/national-portal', 303)
    try {
      const offered = await askOffered(province, now())
      const one = offered.find(({ code }) => code === c.req.query('procedure'))
      return c.html(one ? formPage(province.id, one, w) : procedurePage(province.id, offered, w))
    } catch (error) {
      return c.html(cannotAskPage(error instanceof Error ? error.message : String(error), w), 502)
    }
  })
  app.post('/filings', async (c) => {
    const form = await read(c.req.raw)
    const province = provinceOf(form.province)
    if (!province) return c.json({ error: 'no such province' }, 400)
    const filing = await filingOf(province, form, now())
    cabinet.file(filing)
    await send(filing, province)
    return c.redirect(`/national-portal/filings/${filing.id}?lang=${langOf(form.lang)}`, 303)
  })
  app.get('/filings/:id', (c) => {
    const filing = cabinet.findFiling(c.req.param('id'))
    if (!filing) return c.redirect('/national-portal', 303)
    return c.html(filingPage(cabinet, filing, wordsOf(c.req.query('lang'))))
  })
  app.post('/filings/:id/:deed', async (c) => {
    const form = await read(c.req.raw)
    const filing = cabinet.findFiling(c.req.param('id'))
    const province = provinceOf(filing?.province)
    if (!filing || !province) return c.json({ error: 'no such filing' }, 404)
    const deed = c.req.param('deed')
    if (deed === 'again') await send(filing, province)
    else if (deed === 'supplement' || deed === 'withdraw') {
      const path = deed === 'supplement' ? '/exchange/v1/supplements' : '/exchange/v1/withdrawals'
      const body = JSON.stringify({ id: randomUUID(), submissionId: filing.id, ...(await given(form)) })
      const answer = await callProvince(province, { method: 'POST', path, body }, now())
      if (answer.status >= 300) filing.answer = { ...filing.answer!, refusal: refusalIn(answer) }
    }
    return c.redirect(`/national-portal/filings/${filing.id}?lang=${langOf(form.lang)}`, 303)
  })
  app.post('/drill', async (c) => {
    const form = await read(c.req.raw)
    const on = (name: string): boolean => form[name] === 'on'
    cabinet.drill = {
      out: on('out'),
      twice: on('twice'),
      wrongKey: on('wrongKey'),
      slowSeconds: z.coerce.number().min(0).max(600).catch(0).parse(form.slowSeconds),
    }
    return c.redirect(`/national-portal?lang=${langOf(form.lang)}`, 303)
  })
  app.get('/api/states', (c) => c.json({ states: cabinet.listStates(), refusals: cabinet.refusals }))

  return app

  async function send(filing: Filing, province: Province): Promise<void> {
    const { twice, wrongKey } = cabinet.drill
    const signer = wrongKey ? { ...province, key: `${province.key}-wrong` } : province
    const call = { method: 'POST', path: '/exchange/v1/submissions', body: filing.body } as const
    const answers = await Promise.all(
      Array.from({ length: twice ? 2 : 1 }, () => callProvince(signer, call, now())),
    )
    filing.attempts += answers.length
    const taken = answers.find(({ body }) => typeof body.submissionNo === 'string')
    const { status } = taken ?? answers[0]!
    filing.answer = taken
      ? { status, submissionNo: taken.body.submissionNo as string }
      : { status, refusal: refusalIn(answers[0]!) }
  }
}

async function filingOf(province: Province, form: Form, now: Date): Promise<Filing> {
  const id = `QG-${randomUUID().slice(0, 8).toUpperCase()}`
  const offered = await askOffered(province, now).catch(() => [])
  const code = text(form.procedureCode)
  const filled = await given(form)
  return {
    id,
    province: province.id,
    procedureCode: code,
    procedureName: offered.find((one) => one.code === code)?.name ?? code,
    applicantName: filled.applicant.fullName ?? '',
    filedAt: now,
    attempts: 0,
    body: JSON.stringify({
      id,
      procedureCode: code,
      caseId: text(form.caseId),
      agencyId: text(form.agencyId),
      returnChannel: text(form.returnChannel),
      ...filled,
    }),
  }
}

/** What a form says: `applicant-…`, `answer-…` or `field-…`, `paper-…`, and a reason. */
async function given(form: Form) {
  const applicant: Record<string, string> = {}
  const answers: Record<string, string> = {}
  const papers: { paperId: string; name: string; content: string }[] = []
  for (const [name, value] of Object.entries(form)) {
    const [, kind, ref] = /^(applicant|answer|field|paper)-(.+)$/.exec(name) ?? []
    if (!kind || !ref) continue
    if (typeof value !== 'string') {
      if (value.size > 0)
        papers.push({
          paperId: ref,
          name: value.name,
          content: Buffer.from(await value.arrayBuffer()).toString('base64'),
        })
    } else if (value.trim() !== '') {
      if (kind === 'applicant') applicant[ref] = value.trim()
      else answers[ref] = value.trim()
    }
  }
  return { applicant, answers, papers, ...(form.reason && { reason: text(form.reason) }) }
}

function refusalIn({ status, body }: Answered): string {
  const refusal = body.refusal as { code?: string; data?: unknown } | undefined
  if (refusal?.code) return `${refusal.code} ${JSON.stringify(refusal.data ?? {})}`
  return typeof body.error === 'string' ? body.error : `${status}`
}

async function read(request: Request): Promise<Form> {
  return Object.fromEntries((await request.formData()).entries()) as Form
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function langOf(value: unknown): 'vi' | 'en' {
  return value === 'en' ? 'en' : 'vi'
}

function wordsOf(lang: string | undefined): Words {
  return words[langOf(lang)]
}

import { randomUUID } from 'node:crypto'
import { exchangeHeaders, getDossier, listQueue, requestCompletion } from '@motcua/operations'
import { expect, test } from 'vitest'
import { exchangeKey, exchangeSeconds, openApis, type TestApi } from './office.ts'

const open = await openApis()
const code = '1.001193'
const paper = 'giay-chung-sinh-truong-hop-khong'
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n').toString('base64')
const answers = {
  childName: 'Lý Minh An',
  birthDate: '2026-02-20',
}

interface Reply {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** Says something as the national portal does, signed unless told otherwise. */
async function call(
  { app, office }: TestApi,
  path: string,
  message?: object,
  {
    by = exchangeKey,
    at = exchangeSeconds,
    nonce = randomUUID(),
    sent = message,
  }: {
    by?: string
    at?: number
    nonce?: string
    sent?: object | undefined
  } = {},
): Promise<Reply> {
  const method = message ? 'POST' : 'GET'
  const body = new TextEncoder().encode(message ? JSON.stringify(message) : '')
  const headers = exchangeHeaders(
    { method, path: `/exchange/v1/${path}`, body },
    { province: office.tenant, key: by, seconds: at, nonce },
  )
  const answer = await app.fetch(
    new Request(`http://127.0.0.1/exchange/v1/${path}`, {
      method,
      headers,
      ...(sent && { body: JSON.stringify(sent) }),
    }),
  )
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

/** A filing with every required question answered, as the national portal asks them. */
async function filing(
  api: TestApi,
  change: object = {},
): Promise<Record<string, unknown> & { id: string; agencyId: string }> {
  const { body } = await call(api, 'procedures')
  const { procedures } = body as {
    procedures: {
      code: string
      cases: { id: string }[]
      agencies: { id: string }[]
      returnChannels: string[]
      fields: { id: string; kind: string; prefill?: string; choices?: { value: string }[] }[]
    }[]
  }
  const offered = procedures.find((one) => one.code === code)!
  const asked = offered.fields.filter(({ prefill, kind }) => !prefill && kind !== 'agency')
  const sample: Record<string, string> = { date: '2026-02-20', number: '1', 'citizen-id': '080185000123' }
  return {
    id: `QG-${randomUUID().slice(0, 8)}`,
    procedureCode: code,
    caseId: offered.cases[0]!.id,
    agencyId: offered.agencies[0]!.id,
    applicant: {
      fullName: 'Lý Thị Mai',
      citizenId: '008190000456',
      phone: '0900000056',
      email: 'mai@example.vn',
      address: 'Tổ 5, phường Minh Xuân',
    },
    answers: {
      ...Object.fromEntries(
        asked.map(({ id, kind, choices }) => [id, choices?.[0]?.value ?? sample[kind] ?? 'Lý Minh An']),
      ),
      ...answers,
    },
    papers: [{ paperId: paper, name: 'giấy chứng sinh.pdf', content: pdf }],
    returnChannel: offered.returnChannels[0],
    ...change,
  }
}

const tuyenQuang = (): Promise<TestApi> => open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })

test('TQ25-17.1: what is filed at the national portal comes in as a dossier of the province, with its dates', async () => {
  const api = await tuyenQuang()
  const message = await filing(api)
  const { status, body } = await call(api, 'submissions', message)
  expect([status, body.submissionNo]).toEqual([201, expect.stringMatching(/^260302-/)])

  const again = await call(api, 'submissions', message)
  expect(again).toEqual({ status: 201, body })
  const officer = await api.office.staff(message.agencyId)
  const { rows } = await listQueue(officer, { queue: 'new' })
  expect(rows).toMatchObject([{ applicantName: 'Lý Thị Mai', dueAt: '2026-03-03T09:00:00+07:00' }])
  const dossier = await getDossier(officer, { id: rows[0]!.id })
  expect(dossier).toMatchObject({ mode: 'online', cameBy: { nationalPortal: { id: message.id } } })
})

test('a request without the province’s signature, changed, late or replayed brings nothing in', async () => {
  const api = await tuyenQuang()
  const message = await filing(api)
  const other = { ...message, procedureCode: '1.000656' }
  expect((await call(api, 'submissions', message, { by: 'another key, as long' })).status).toBe(401)
  expect((await call(api, 'submissions', message, { sent: other })).status).toBe(401)
  expect((await call(api, 'submissions', message, { at: exchangeSeconds - 301 })).status).toBe(401)
  expect(
    (await call({ ...api, office: { ...api.office, tenant: 'nobody' } }, 'submissions', message)).status,
  ).toBe(401)
  const nonce = randomUUID()
  expect((await call(api, 'procedures', undefined, { nonce })).status).toBe(200)
  expect((await call(api, 'submissions', message, { nonce })).status).toBe(409)
  const officer = await api.office.staff(message.agencyId)
  expect((await listQueue(officer, { queue: 'new' })).rows).toEqual([])
})

test('another message under an id that was used is a conflict, not a second dossier', async () => {
  const api = await tuyenQuang()
  const message = await filing(api)
  await call(api, 'submissions', message)
  const other = {
    ...message,
    caseId: 'thong-thuong',
    applicant: { fullName: 'Ma Văn Ba', citizenId: '008190000457' },
  }
  expect((await call(api, 'submissions', other)).status).toBe(409)
})

test('the same filing sent twice at the same moment is one dossier', async () => {
  const api = await tuyenQuang()
  const message = await filing(api)
  const replies = await Promise.all([1, 2, 3].map(() => call(api, 'submissions', message)))
  const numbers = new Set(replies.map(({ body }) => body.submissionNo))
  expect(numbers.size).toBe(1)
})

test('a filing that lacks papers or answers is refused with what is wrong, and nothing is stored', async () => {
  const api = await tuyenQuang()
  const without = await call(api, 'submissions', await filing(api, { papers: [] }))
  expect(without).toMatchObject({
    status: 422,
    body: { refusal: { code: 'papers-missing', data: { papers: [paper] } } },
  })
  const empty = await call(api, 'submissions', await filing(api, { answers: {} }))
  expect(empty).toMatchObject({ status: 422, body: { refusal: { code: 'answers-invalid' } } })
  const wrong = await call(
    api,
    'submissions',
    await filing(api, {
      papers: [{ paperId: paper, name: 'a.pdf', content: Buffer.from('MZ').toString('base64') }],
    }),
  )
  expect(wrong).toMatchObject({ status: 422, body: { refusal: { code: 'file-not-accepted' } } })
  const number = await call(
    api,
    'submissions',
    await filing(api, { applicant: { fullName: 'A', citizenId: '1' } }),
  )
  expect(number.status).toBe(400)
})

test('AMB-24: a province whose front door is its own portal takes nothing in from the national one', async () => {
  const api = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
  const refused = await call(api, 'submissions', await filing(api))
  expect(refused).toMatchObject({ status: 422, body: { refusal: { code: 'not-filed-here' } } })
})

test('TQ25-18.1: what the office asked for is supplied at the national portal, under the same number', async () => {
  const api = await tuyenQuang()
  const message = await filing(api)
  await call(api, 'submissions', message)
  const officer = await api.office.staff(message.agencyId)
  const [row] = (await listQueue(officer, { queue: 'new' })).rows
  const early = { id: 'S-0', submissionId: message.id, papers: [] }
  expect(await call(api, 'supplements', early)).toMatchObject({ status: 422 })

  await requestCompletion(officer, {
    dossierId: row!.id,
    items: [{ kind: 'paper', ref: paper, label: 'Giấy chứng sinh', reason: 'Bản chụp mờ', basis: 'Điều 16' }],
  })
  const supplement = {
    id: 'S-1',
    submissionId: message.id,
    papers: [{ paperId: paper, name: 'bản rõ.pdf', content: pdf }],
  }
  const { status } = await call(api, 'supplements', supplement)
  expect(status).toBe(201)
  expect((await call(api, 'supplements', supplement)).status).toBe(201)
  const dossier = await getDossier(officer, { id: row!.id })
  expect(dossier).toMatchObject({
    phase: 'submitted',
    attempt: 2,
    submissionNo: row!.submissionNo,
    papers: [{ name: 'bản rõ.pdf' }],
  })
  expect((await call(api, 'supplements', { ...supplement, id: 'S-2', submissionId: 'QG-0' })).status).toBe(
    404,
  )
})

test('ND118-21: a dossier is stopped at the request made where it was filed, until there is a result', async () => {
  const api = await tuyenQuang()
  const message = await filing(api)
  await call(api, 'submissions', message)
  const withdrawal = { id: 'W-1', submissionId: message.id, reason: 'Nộp nhầm cơ quan' }
  expect((await call(api, 'withdrawals', withdrawal)).status).toBe(201)
  expect((await call(api, 'withdrawals', withdrawal)).status).toBe(201)
  const again = await call(api, 'withdrawals', { ...withdrawal, id: 'W-2' })
  expect(again).toMatchObject({ status: 422, body: { refusal: { code: 'stop-not-allowed' } } })
})

import {
  accept,
  activateKey,
  registerKey,
  setKeyTerms,
  revokeKey,
  getKey,
  type Context,
} from '@motcua/operations'
import type { KeyScope } from '@motcua/domain'
import { handIn } from '@motcua/operations/testing'
import { expect, test, vi } from 'vitest'
import { openApis, type TestApi } from './office.ts'

vi.setConfig({ testTimeout: 30_000 })

const open = await openApis()
const procedureCode = '1.001193'

interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

async function get(
  { app, office }: TestApi,
  path: string,
  {
    secret,
    host = `${office.tenant}.localhost:3000`,
    method = 'GET',
    locale = 'vi',
  }: {
    secret?: string
    host?: string
    method?: string
    locale?: string
  } = {},
): Promise<Reply> {
  const headers = {
    host,
    'x-motcua-client': '203.0.113.9',
    'accept-language': locale,
    ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
  }
  const answer = await app.fetch(new Request(`http://${host}/api/v1${path}`, { method, headers }))
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? {} : JSON.parse(text) }
}

async function keyFor(
  { office }: TestApi,
  {
    scopes = ['catalogue', 'look-up', 'dossiers'] as KeyScope[],
    calls = 1000,
    agencyId = undefined as string | undefined,
  } = {},
): Promise<{ secret: string; keyId: string; manager: Context }> {
  const { tenant } = await office.visitor()
  const body = agencyId ?? [...tenant.agencies.keys()][0]!
  const manager = await office.staff(body, 'key-manager')
  const owner = { kind: 'agency', agencyId: body } as const
  const who = { name: 'Phần mềm', contactName: 'Mơ', contactEmail: 'mo@example.vn' }
  const { keyId } = await registerKey(manager, { ...who, owner, scopes })
  await setKeyTerms(manager, { keyId, scopes, calls, seconds: 60 })
  return { manager, ...(await activateKey(manager, { keyId })) }
}

const api = await open('long-an')
const { agencyId, officer, dossierId } = await handIn(api.office, procedureCode)
await accept(officer, { dossierId })

interface Schema {
  readonly $ref?: string
  readonly type?: string | string[]
  readonly required?: string[]
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly enum?: unknown[]
  readonly anyOf?: Schema[]
}

interface OpenApi {
  readonly openapi: string
  readonly paths: Record<
    string,
    {
      get: {
        security?: unknown[]
        parameters?: { name: string; in: string }[]
        responses: Record<string, { content?: Record<string, { schema: Schema }> }>
      }
    }
  >
  readonly components: { schemas: Record<string, Schema>; securitySchemes: Record<string, unknown> }
}

/** What an answer has that its schema does not name, or lacks that it demands. */
function faults(document: OpenApi, schema: Schema, value: unknown, at = ''): string[] {
  if (schema.$ref)
    return faults(document, document.components.schemas[schema.$ref.split('/').at(-1)!]!, value, at)
  const types = [schema.type ?? []].flat()
  if (value === null) return types.includes('null') || schema.anyOf ? [] : [`${at} is null`]
  if (Array.isArray(value))
    return value.flatMap((one, n) => faults(document, schema.items!, one, `${at}[${n}]`))
  if (typeof value === 'object') {
    const given = value as Record<string, unknown>
    const missing = (schema.required ?? [])
      .filter((name) => !(name in given))
      .map((name) => `${at}.${name} is missing`)
    const inside = Object.entries(given).flatMap(([name, one]) => {
      const known = schema.properties?.[name]
      return known ? faults(document, known, one, `${at}.${name}`) : [`${at}.${name} is not in the document`]
    })
    return [...missing, ...inside]
  }
  const type = typeof value === 'number' ? ['number', 'integer'] : [typeof value]
  if (!type.some((one) => types.includes(one))) return [`${at} is ${type[0]}`]
  return schema.enum && !schema.enum.includes(value) ? [`${at} is ${String(value)}`] : []
}

test('every address of the document answers, exactly in the form it promises', async () => {
  const { body } = await get(api, '/openapi.json')
  const document = body as unknown as OpenApi
  expect(document.openapi).toBe('3.1.0')
  const { secret } = await keyFor(api, { agencyId })
  const owned = (await get(api, '/own/dossiers', { secret })).body as {
    dossiers: { id: string; code: string }[]
  }
  const { id, code } = owned.dossiers[0]!
  const asked: Record<string, string> = {
    '/key': '/key',
    '/procedures': '/procedures?q=khai%20sinh&limit=3',
    '/procedures/{code}': `/procedures/${procedureCode}`,
    '/procedures/{code}/due': `/procedures/${procedureCode}/due?acceptedAt=${encodeURIComponent('2026-03-02T09:00:00+07:00')}`,
    '/agencies': '/agencies',
    '/dossiers/{code}': `/dossiers/${code}`,
    '/dossiers/{code}/why': `/dossiers/${code}/why`,
    '/own/dossiers': '/own/dossiers?limit=1',
    '/own/dossiers/{id}': `/own/dossiers/${id}`,
  }
  expect(Object.keys(asked).toSorted()).toEqual(Object.keys(document.paths).toSorted())
  for (const [path, { get: described }] of Object.entries(document.paths)) {
    const reply = await get(api, asked[path]!, { secret })
    expect([path, reply.status]).toEqual([path, 200])
    const { schema } = described.responses['200']!.content!['application/json']!
    expect([path, faults(document, schema, reply.body)]).toEqual([path, []])
    expect(described.security).toEqual([{ key: [] }])
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(Number(reply.headers.get('ratelimit-remaining'))).toBeLessThan(1000)
  }
})

test('no address answers without a key, and none of another province’s key', async () => {
  const foreign = await keyFor(await open('long-an'))
  const { body } = await get(api, '/openapi.json')
  for (const path of Object.keys((body as unknown as OpenApi).paths)) {
    const address = path.replace(/\{\w+\}/, 'x')
    for (const secret of [undefined, 'mc_x', foreign.secret]) {
      const reply = await get(api, address, secret === undefined ? {} : { secret })
      expect([path, reply.status]).toEqual([path, reply.status === 429 ? 429 : 401])
      expect(reply.headers.get('content-type')).toContain('application/problem+json')
    }
  }
})

test('a key sees by its scopes only, and learns of its limit as it goes', async () => {
  const narrow = await keyFor(api, { scopes: ['catalogue'], calls: 4 })
  const use = { secret: narrow.secret }
  expect((await get(api, '/procedures', use)).status).toBe(200)
  expect(await get(api, '/own/dossiers', use)).toMatchObject({ status: 403, body: { code: 'scope-missing' } })
  expect((await get(api, '/dossiers/x', use)).status).toBe(403)
  expect((await get(api, '/key', use)).body).toMatchObject({ scopes: ['catalogue'], remaining: 0 })
  const over = await get(api, '/key', { ...use, locale: 'en' })
  expect(over).toMatchObject({
    status: 429,
    body: { code: 'over-limit', title: 'The limit of the key is used up' },
  })
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('a revoked key opens nothing, and what it tried is in its log', async () => {
  const { secret, keyId, manager } = await keyFor(api)
  await revokeKey(manager, { keyId, reason: 'lộ khóa' })
  expect(await get(api, '/procedures', { secret })).toMatchObject({
    status: 401,
    body: { code: 'key-not-active' },
  })
  const { calls } = await getKey(manager, { keyId })
  expect(calls[0]).toMatchObject({ path: '/api/v1/procedures', status: 401, outcome: 'key-not-active' })
})

test('a dossier of nobody, of another body and of another province are one answer', async () => {
  const { tenant } = await api.office.visitor()
  const other = [...tenant.agencies.keys()].find((id) => id !== agencyId)!
  const { secret } = await keyFor(api, { agencyId: other })
  const elsewhere = await open('long-an')
  const foreign = await handIn(elsewhere.office, procedureCode)
  const answers = []
  for (const id of [dossierId, foreign.dossierId, '00000000-0000-4000-8000-000000000000']) {
    const { status, body } = await get(api, `/own/dossiers/${id}`, { secret })
    answers.push([status, { ...body, requestId: '' }])
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]![0]).toBe(404)
})

test('what is not understood is told by its field; only reading is offered; no host is no province', async () => {
  const { secret } = await keyFor(api)
  const wrong = await get(api, '/procedures?limit=9999&level=7', { secret })
  expect(wrong).toMatchObject({ status: 400, body: { code: 'not-understood' } })
  expect((wrong.body.fields as { field: string }[]).map(({ field }) => field).toSorted()).toEqual([
    'level',
    'limit',
  ])
  const due = `/procedures/${procedureCode}/due`
  expect((await get(api, `${due}?acceptedAt=yesterday`, { secret })).status).toBe(400)
  expect((await get(api, due, { secret })).status).toBe(400)
  expect((await get(api, '/procedures', { secret, method: 'POST' })).status).toBe(405)
  expect((await get(api, '/procedures', { secret, host: 'nowhere.example' })).status).toBe(404)
  expect((await get(api, '/nothing', { secret })).status).toBe(404)
  expect(api.faults).toEqual([])
})

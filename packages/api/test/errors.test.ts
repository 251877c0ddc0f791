import { describe, expect, test } from 'vitest'
import { apiError } from '../src/client.ts'
import { createApp } from '../src/index.ts'
import { key, openApis } from './office.ts'

const open = await openApis()
const errorOf = async (call: Promise<unknown>) => apiError(await call.catch((thrown: unknown) => thrown))

describe('what an operation throws becomes one code and what the window needs to word it', () => {
  test('the rules say no: UNPROCESSABLE_CONTENT with the refusal', async () => {
    const portal = (await open('tuyen-quang')).portal()
    const person = {
      fullName: 'A',
      citizenId: '080185000123',
      email: 'a@b.vn',
      phone: '0901234567',
      password: 'mot-cua-2026',
    }
    expect(await errorOf(portal.trpc.identity.register.mutate(person))).toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
      httpStatus: 422,
      data: {
        refusal: { code: 'registration-not-offered' },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    })
  })

  test('nothing there: NOT_FOUND', async () => {
    const portal = (await open('long-an')).portal()
    expect(await errorOf(portal.trpc.catalogue.get.query({ code: 'x' }))).toMatchObject({
      code: 'NOT_FOUND',
      httpStatus: 404,
    })
  })

  test('a host of no province: NOT_FOUND', async () => {
    const desk = (await open('long-an')).desk()
    expect(await errorOf(desk.trpc.tenant.get.query())).toMatchObject({ code: 'NOT_FOUND' })
    expect(await desk.trpc.identity.session.query()).toBeNull()
  })

  test('a visitor must sign in: UNAUTHORIZED; a citizen may not do officers’ work: FORBIDDEN', async () => {
    const api = await open('long-an')
    const dossierId = crypto.randomUUID()
    expect(await errorOf(api.portal().trpc.intake.accept.mutate({ dossierId }))).toMatchObject({
      code: 'UNAUTHORIZED',
    })
    const { session } = await api.portal().trpc.identity.register.mutate({
      fullName: 'A',
      citizenId: '080185000123',
      email: 'a@example.vn',
      phone: '0901234567',
      password: 'mot-cua-2026',
    })
    expect(await errorOf(api.portal(session).trpc.intake.accept.mutate({ dossierId }))).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  test('input that is wrong: BAD_REQUEST, field by field', async () => {
    const portal = (await open('long-an')).portal()
    const wrong = { fullName: '', citizenId: '1', email: 'x', phone: '09', password: 'ngắn' }
    expect(await errorOf(portal.trpc.identity.register.mutate(wrong))).toMatchObject({
      code: 'BAD_REQUEST',
      data: {
        fields: [
          { field: 'fullName', code: 'required' },
          { field: 'citizenId', code: 'not-a-citizen-id' },
          { field: 'email', code: 'not-an-email' },
          { field: 'phone', code: 'not-a-phone' },
          { field: 'password', code: 'too-short', limit: 8 },
        ],
      },
    })
  })

  test('too often: TOO_MANY_REQUESTS with the seconds to wait', async () => {
    const portal = (await open('long-an')).portal(undefined, '203.0.113.200')
    for (let i = 0; i < 30; i++) await portal.trpc.dossier.lookUp.query({ code: `x${i}` })
    expect(await errorOf(portal.trpc.dossier.lookUp.query({ code: 'x' }))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      httpStatus: 429,
      data: { retryAfterSeconds: expect.any(Number) },
    })
  })

  test('a fault of ours: INTERNAL_SERVER_ERROR; the window learns the request id only, the log everything', async () => {
    const { office } = await open('long-an')
    const { db, tenants, now, log, portalOf } = await office.visitor()
    const faults: { requestId: string; error: unknown }[] = []
    const broken = {
      ...tenants,
      findByHost: () => Promise.reject(new Error('password of the archive: s3cret')),
    }
    const app = createApp({
      db,
      tenants: broken,
      now,
      log,
      portalOf,
      key,
      fault: (fault) => faults.push(fault),
      ready: async () => false,
    })
    const answer = await app.request('/trpc/tenant.get', { headers: { 'x-motcua-key': key } })
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('s3cret')
    expect(String(faults[0]!.error)).toContain('s3cret')
    expect((await app.request('/readyz')).status).toBe(503)
    expect((await app.request('/healthz')).status).toBe(200)
  })
})

describe('who is not a front door is not answered', () => {
  test('without the key nothing but the health of the process is told', async () => {
    const { app } = await open('long-an')
    for (const headers of [{}, { 'x-motcua-key': 'wrong' }]) {
      expect((await app.request('/trpc/tenant.list', { headers })).status).toBe(403)
      expect((await app.request(`/files/${crypto.randomUUID()}`, { headers })).status).toBe(403)
    }
    expect((await app.request('/healthz')).status).toBe(200)
  })

  test('plain HTTP translates the same way', async () => {
    const portal = (await open('long-an')).portal()
    const missing = await portal.fetch(`/files/${crypto.randomUUID()}`)
    expect([missing.status, await missing.json()]).toMatchObject([401, { code: 'UNAUTHORIZED' }])
    const odd = await portal.fetch('/slips/x/receipt.pdf')
    expect([odd.status, await odd.json()]).toMatchObject([404, { code: 'NOT_FOUND' }])
    expect((await portal.fetch('/nothing')).status).toBe(404)
  })

  test('a body larger than one file and its form is refused', async () => {
    const portal = (await open('long-an')).portal()
    const body = new Uint8Array(26 * 1024 * 1024)
    const answer = await portal.fetch('/trpc/drafts.attach', { method: 'POST', body })
    expect(answer.status).toBe(413)
  })
})

import { secretsOf } from '@motcua/db'
import { Forbidden, NotFound } from '@motcua/domain'
import { describe, expect, test, vi } from 'vitest'
import { handIn, openOffices, type TestOffice } from '../testing.ts'
import { admitCall, type Admission, type CallRefusal } from './admit-call.ts'
import { isAddressRange, isFrom } from './addresses.ts'
import { activateKey, revokeKey, rotateKey, setKeyTerms, settleApiAlert } from './manage-key.ts'
import { noteCall } from './note-call.ts'
import { getOwnedDossier, listOwnedDossiers } from './owned-dossiers.ts'
import { getKey, listKeys } from './read-keys.ts'
import { registerKey } from './register-key.ts'
import { keyOf, registered, type TestKey } from './testing-keys.ts'

vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()
const terms = { scopes: ['catalogue' as const], calls: 10, seconds: 60 }
const here = '203.0.113.9'

async function call(
  office: TestOffice,
  presented: string | undefined,
  { may = 'catalogue:read' as const, address = here, status = 200, path = '/api/v1/procedures' } = {},
): Promise<Admission> {
  const { actor: _, ...context } = await office.visitor()
  const admission = await admitCall(context, { presented, may, address })
  const done = { admission, method: 'GET', path, status, address, durationMs: 1 }
  await noteCall(context, done)
  return admission
}

const refusalOf = (admission: Admission): CallRefusal | undefined =>
  admission.admitted ? undefined : admission.refusal

async function kindsOf({ manager, keyId }: Pick<TestKey, 'manager' | 'keyId'>): Promise<string[]> {
  return (await getKey(manager, { keyId })).alertList.map(({ kind }) => kind).toSorted()
}

describe('a key', () => {
  test('TQ25-8.3: without a limit is not activated, and the refusal names the article', async () => {
    const office = await open('tuyen-quang')
    const { manager, keyId } = await registered(office)
    await expect(activateKey(manager, { keyId })).rejects.toMatchObject({
      refusal: {
        code: 'key-without-limit',
        data: { basis: [{ regulation: '06/2025/QĐ-CTUBND', article: '8', clause: '3' }] },
      },
    })
  })

  test('AMB-38: of a province whose law is silent needs a limit as well, and no limit is endless', async () => {
    const office = await open('long-an')
    const { manager, keyId } = await registered(office)
    await expect(activateKey(manager, { keyId })).rejects.toMatchObject({
      refusal: { code: 'key-without-limit' },
    })
    for (const calls of [0, -1, Infinity, 1e9])
      await expect(setKeyTerms(manager, { keyId, ...terms, calls })).rejects.toThrow()
  })

  test('TQ25-8.4: is managed by who may manage keys and nobody else, of this province and no other', async () => {
    const office = await open('tuyen-quang')
    const { manager, keyId } = await keyOf(office)
    for (const role of ['tenant-admin', 'one-stop-head', 'leader'] as const) {
      const other = await office.staff('so-xd', role)
      await expect(listKeys(other, undefined)).rejects.toBeInstanceOf(Forbidden)
      await expect(revokeKey(other, { keyId, reason: 'x' })).rejects.toBeInstanceOf(Forbidden)
    }
    const { law } = await listKeys(manager, undefined)
    expect(law.manager.answer).toBe('science-dept')
    const elsewhere = await registered(await open('tuyen-quang'))
    await expect(getKey(elsewhere.manager, { keyId })).rejects.toBeInstanceOf(NotFound)
    await expect(revokeKey(elsewhere.manager, { keyId, reason: 'x' })).rejects.toBeInstanceOf(NotFound)
  })

  test('is kept as a hash: what opens stands nowhere in the archive', async () => {
    const office = await open('tuyen-quang')
    const { secret, keyId, manager } = await keyOf(office)
    const kept = await office.db.read(office.tenant, (tx) => secretsOf(tx, keyId))
    const opens = secret.split('_').slice(2).join('_')
    expect(JSON.stringify([kept, await getKey(manager, { keyId })])).not.toContain(opens)
    expect(JSON.stringify(office.lines)).not.toContain(opens)
  })

  test('of an owner that is not there is not registered', async () => {
    const office = await open('tuyen-quang')
    const { manager } = await registered(office)
    const asked = { name: 'x', contactName: 'x', contactEmail: 'x@example.vn', scopes: ['dossiers' as const] }
    for (const owner of [
      { kind: 'agency' as const, agencyId: 'so-khong-co' },
      { kind: 'applicant' as const, login: '000000000000' },
    ])
      await expect(registerKey(manager, { ...asked, owner })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a call', () => {
  test('TQ25-8.3: beyond the limit of its key is refused until the window is over', async () => {
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const key = await keyOf(office, { calls: 2, seconds: 60 })
    expect(await call(office, key.secret)).toMatchObject({ admitted: true, allowance: { remaining: 1 } })
    expect(await call(office, key.secret)).toMatchObject({ admitted: true, allowance: { remaining: 0 } })
    const refused = await call(office, key.secret)
    expect(refused).toMatchObject({ refusal: 'over-limit', retryAfterSeconds: 60 })
    expect(await kindsOf(key)).toEqual(['over-limit'])
    office.at('2026-03-02T09:01:00+07:00')
    expect((await call(office, key.secret)).admitted).toBe(true)
  })

  test('with no key, another’s, a changed or a foreign province’s is nobody’s', async () => {
    const office = await open('tuyen-quang')
    const { secret } = await keyOf(office)
    const foreign = await keyOf(await open('tuyen-quang'))
    const changed = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A')
    expect(refusalOf(await call(office, undefined))).toBe('key-missing')
    for (const presented of ['', 'mc_', 'x'.repeat(5000), changed, foreign.secret, `${secret} `])
      expect(refusalOf(await call(office, presented))).toBe('key-unknown')
  })

  test('TQ25-8.1: keys tried by an address are slowed down, and raised', async () => {
    const office = await open('tuyen-quang')
    const { manager, secret } = await keyOf(office)
    const tries = []
    for (let n = 0; n < 32; n++) tries.push(await call(office, `mc_${'0'.repeat(16)}_${'A'.repeat(43)}`))
    expect(tries[29]).not.toHaveProperty('retryAfterSeconds')
    expect(tries[30]).toHaveProperty('retryAfterSeconds')
    const { alerts } = await listKeys(manager, undefined)
    expect(alerts.map(({ kind }) => kind)).toEqual(['guessing'])
    // Whoever has a key is not held up by who has none.
    expect((await call(office, secret)).admitted).toBe(true)
  })

  test('opens what is in the scope of its key and nothing else', async () => {
    const office = await open('tuyen-quang')
    const key = await keyOf(office, { scopes: ['catalogue'] })
    expect((await call(office, key.secret)).admitted).toBe(true)
    for (const may of ['dossier:look-up', 'key:dossiers', 'key:manage', 'dossier:read'] as never[])
      expect(refusalOf(await call(office, key.secret, { may }))).toBe('scope-missing')
    expect(await kindsOf(key)).toEqual(['scope-missing'])
  })

  test('with a revoked key is refused from that moment on', async () => {
    const office = await open('tuyen-quang')
    const key = await keyOf(office)
    expect((await call(office, key.secret)).admitted).toBe(true)
    await revokeKey(key.manager, { keyId: key.keyId, reason: 'lộ khóa' })
    expect(refusalOf(await call(office, key.secret))).toBe('key-not-active')
    expect(await kindsOf(key)).toEqual(['used-after-end'])
    const seen = await getKey(key.manager, { keyId: key.keyId })
    expect(seen).toMatchObject({ phase: 'revoked', revocation: { reason: 'lộ khóa' } })
  })

  test('with the old secret is answered during the overlap and refused after it', async () => {
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const key = await keyOf(office)
    const fresh = await rotateKey(key.manager, { keyId: key.keyId, overlapDays: 7 })
    expect(fresh.previousEndsAt).toBe('2026-03-09T09:00:00+07:00')
    for (const secret of [key.secret, fresh.secret]) expect((await call(office, secret)).admitted).toBe(true)
    office.at('2026-03-09T09:00:00+07:00')
    expect(refusalOf(await call(office, key.secret))).toBe('key-ended')
    expect((await call(office, fresh.secret)).admitted).toBe(true)
    const at = await rotateKey(key.manager, { keyId: key.keyId, overlapDays: 0 })
    expect(refusalOf(await call(office, fresh.secret))).toBe('key-ended')
    expect((await call(office, at.secret)).admitted).toBe(true)
  })

  test('after the last day of its key is refused', async () => {
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const key = await keyOf(office, { lastDay: '2026-03-02' })
    expect((await call(office, key.secret)).admitted).toBe(true)
    office.at('2026-03-03T00:00:00+07:00')
    expect(refusalOf(await call(office, key.secret))).toBe('key-ended')
  })

  test('TQ25-8.2: from an address the key was not given for is refused and raised', async () => {
    const office = await open('tuyen-quang')
    const key = await keyOf(office, { addresses: ['203.0.113.0/28'] })
    expect((await call(office, key.secret)).admitted).toBe(true)
    expect(refusalOf(await call(office, key.secret, { address: '198.51.100.1' }))).toBe('address-not-allowed')
    expect(await kindsOf(key)).toEqual(['address-not-allowed'])
  })
})

describe('the log', () => {
  test('TQ25-8.1: holds every access, answered and refused, with who, what and from where', async () => {
    const office = await open('tuyen-quang')
    const key = await keyOf(office, { calls: 2 })
    await call(office, key.secret)
    await call(office, key.secret, { status: 404, path: '/api/v1/procedures/x' })
    await call(office, key.secret)
    const { calls, usage } = await getKey(key.manager, { keyId: key.keyId })
    expect(calls.map(({ outcome, status, address }) => [outcome, status, address])).toEqual([
      ['over-limit', 200, here],
      ['answered', 404, here],
      ['answered', 200, here],
    ])
    expect(usage.at(-1)).toMatchObject({ calls: 3, refused: 1, missed: 1 })
  })

  test('TQ25-8.1: a key at a new address, or one that looks for what is not there, is raised until seen to', async () => {
    const office = await open('tuyen-quang')
    const key = await keyOf(office)
    for (let n = 0; n < 20; n++) await call(office, key.secret, { status: 404 })
    await call(office, key.secret, { address: '198.51.100.1' })
    expect(await kindsOf(key)).toEqual(['new-address', 'probing'])
    const { alertList } = await getKey(key.manager, { keyId: key.keyId })
    await settleApiAlert(key.manager, { alertId: alertList[0]!.id })
    expect(await kindsOf(key)).toHaveLength(1)
    await expect(settleApiAlert(key.manager, { alertId: alertList[0]!.id })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('dossiers of the owner', () => {
  test('are those its body holds, page by page; another body’s are not found', async () => {
    const office = await open('phu-tho')
    const { agencyId, dossierId } = await handIn(office, '1.000894')
    const second = await handIn(office, '1.000894')
    const { secret } = await keyOf(office, { owner: { kind: 'agency', agencyId } })
    const inside = await insideOf(office, secret)
    const first = await listOwnedDossiers(inside, { limit: 1 })
    const rest = await listOwnedDossiers(inside, { limit: 1, after: first.next! })
    const ids = [...first.dossiers, ...rest.dossiers].map(({ id }) => id)
    expect(ids.toSorted()).toEqual([dossierId, second.dossierId].toSorted())
    expect(rest.next).toBeUndefined()
    expect(first.dossiers[0]!.applicant).toBe('Hoàng V*** P***')
    const read = await getOwnedDossier(inside, { id: dossierId })
    expect(read.clock.why.question).toBe('intake.decision')

    const other = [...(await office.visitor()).tenant.agencies.keys()].find((id) => id !== agencyId)!
    const stranger = await keyOf(office, { owner: { kind: 'agency', agencyId: other } })
    const outside = await insideOf(office, stranger.secret)
    expect((await listOwnedDossiers(outside, {})).dossiers).toEqual([])
    await expect(getOwnedDossier(outside, { id: dossierId })).rejects.toBeInstanceOf(NotFound)
    for (const after of ['x', '2026~x', `2026-03-02T09:00:00+07:00~${dossierId}'--`])
      await expect(listOwnedDossiers(inside, { after })).rejects.toBeInstanceOf(NotFound)
  })
})

async function insideOf(office: TestOffice, presented: string) {
  const { actor: _, ...context } = await office.visitor()
  const admission = await admitCall(context, { presented, may: 'key:dossiers', address: here })
  if (!admission.admitted) throw new Error(admission.refusal)
  return { ...context, actor: admission.client }
}

describe('addresses', () => {
  test.each([
    ['203.0.113.7', ['203.0.113.0/24'], true],
    ['::ffff:203.0.113.7', ['203.0.113.7'], true],
    ['203.0.114.7', ['203.0.113.0/24'], false],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['unknown', ['203.0.113.0/24'], false],
    ['anything', [], true],
  ])('%s is from %j: %s', (address, allowed, is) => {
    expect(isFrom(address, allowed)).toBe(is)
  })

  test('are told from what is none', () => {
    for (const text of ['203.0.113.7', '10.0.0.0/8', '::1/128']) expect(isAddressRange(text)).toBe(true)
    for (const text of ['', 'example.vn', '10.0.0.0/33', '10.0.0.0/', '1.2.3.4/8/9', '1.2.3'])
      expect(isAddressRange(text)).toBe(false)
  })
})

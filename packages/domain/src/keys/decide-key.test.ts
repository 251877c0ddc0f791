import { expect, test } from 'vitest'
import type { Instant } from '@motcua/calendar'
import type { ApiKey } from './api-key.ts'
import { activateKey, mayRotate, revokeKey, setKeyTerms } from './decide-key.ts'

const at = '2026-03-02T09:00:00+07:00' as Instant
const deed = { at, by: 'Nông Văn Quản' }
const basis = [{ regulation: '06/2025/QĐ-CTUBND', article: '8', clause: '3' }]
const registered: ApiKey = {
  phase: 'registered',
  id: 'k',
  name: 'Phần mềm đất đai',
  owner: { kind: 'agency', agencyId: 'so-tnmt' },
  ownerName: 'Sở Nông nghiệp và Môi trường',
  contact: { fullName: 'Lê Thị Mơ', email: 'mo@example.vn' },
  scopes: ['catalogue'],
  addresses: [],
  registeredAt: at,
  registeredBy: 'Nông Văn Quản',
}
const terms = { limit: { calls: 60, seconds: 60 }, scopes: ['catalogue'] as const, addresses: [] }

test('TQ25-8.3: a key without a limit is not activated, and the article is told', () => {
  expect(activateKey(registered, deed, { basis })).toEqual({
    granted: false,
    refusal: { code: 'key-without-limit', data: { basis } },
  })
})

test('AMB-38: a key with a limit is activated once', () => {
  const set = setKeyTerms(registered, terms)
  const active = set.granted && activateKey(set.key, deed, { basis })
  expect(active).toMatchObject({ granted: true, key: { phase: 'active', limit: terms.limit } })
  if (!active || !active.granted) return
  expect(activateKey(active.key, deed, { basis })).toMatchObject({ refusal: { code: 'key-already-active' } })
  expect(mayRotate(active.key)).toBeUndefined()
})

test('a revoked key is never changed, activated, rotated or revoked again', () => {
  const revoked = revokeKey(registered, deed, 'lộ khóa')
  if (!revoked.granted) throw new Error('not revoked')
  expect(revoked.key).toMatchObject({ phase: 'revoked', reason: 'lộ khóa' })
  for (const again of [
    setKeyTerms(revoked.key, terms),
    activateKey(revoked.key, deed, { basis }),
    revokeKey(revoked.key, deed, 'x'),
  ])
    expect(again).toMatchObject({ granted: false, refusal: { code: 'key-revoked' } })
  expect(mayRotate(revoked.key)).toEqual({ code: 'key-revoked' })
  expect(mayRotate(registered)).toEqual({ code: 'key-not-active' })
})

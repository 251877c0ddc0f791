import { randomUUID } from 'node:crypto'
import type { ApiKey } from '@motcua/domain'
import { addKey, addSecret, countCall, logCall, noteAddress, raiseApiAlert, type Tx } from '../src/index.ts'
import { five, nine } from './sample.ts'

/** A key in use, a secret of it, one call and what was noted about it. */
export async function seedApiKey(tx: Tx): Promise<void> {
  const key: ApiKey = {
    phase: 'active',
    id: randomUUID(),
    name: 'Phần mềm đất đai',
    owner: { kind: 'agency', agencyId: 'xa-1' },
    ownerName: 'Sở Nông nghiệp và Môi trường',
    contact: { fullName: 'Lê Thị Mơ', email: 'mo@example.vn' },
    scopes: ['catalogue'],
    addresses: [],
    limit: { calls: 60, seconds: 60 },
    registeredAt: nine,
    registeredBy: 'Nông Văn Quản',
    activatedAt: nine,
    activatedBy: 'Nông Văn Quản',
  }
  await addKey(tx, key)
  const id = randomUUID().replaceAll('-', '').slice(0, 16)
  await addSecret(tx, { id, keyId: key.id, hash: '0'.repeat(64), issuedAt: nine }, five)
  await logCall(tx, {
    at: nine,
    keyId: key.id,
    method: 'GET',
    path: '/api/v1/procedures',
    status: 200,
    outcome: 'answered',
    address: '203.0.113.7',
    durationMs: 3,
    requestId: 'r',
  })
  await countCall(tx, key.id, { hour: nine, refused: false, missed: false })
  await noteAddress(tx, key.id, { address: '203.0.113.7', at: nine })
  await raiseApiAlert(tx, {
    keyId: key.id,
    kind: 'over-limit',
    raisedAt: nine,
    day: '2026-03-02' as never,
    detail: {},
  })
}

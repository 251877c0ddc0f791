import { randomUUID } from 'node:crypto'
import {
  enterOperator,
  noteOperatorDeed,
  putInvitation,
  putOperatorSession,
  type Database,
  type Tx,
} from '../src/index.ts'
import { nine } from './sample.ts'

/** A row of every table of the house. */
export async function seedHouse(db: Database): Promise<void> {
  await db.inHouse(async (tx) => {
    const id = randomUUID()
    await enterOperator(tx, { id, username: 'van-hanh', fullName: 'Vận Hành', passwordHash: 'x', at: nine })
    const expiresAt = '2026-09-01T00:00:00+07:00' as typeof nine
    await putOperatorSession(tx, { idHash: 'a'.repeat(64), operatorId: id, expiresAt, now: nine })
    await noteOperatorDeed(tx, {
      at: nine,
      operatorId: id,
      name: 'Vận Hành',
      deed: 'x',
      thing: 'y',
      detail: {},
    })
  })
}

/** An invitation of a tenant's first administrator. */
export async function seedInvitation(tx: Tx): Promise<void> {
  const expiresAt = '2026-09-01T00:00:00+07:00' as typeof nine
  await putInvitation(tx, { tokenHash: 'b'.repeat(64), roles: ['tenant-admin'], expiresAt }, nine)
}

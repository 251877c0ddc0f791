import { randomUUID } from 'node:crypto'
import type { Collection, Consignment, Handover } from '@motcua/domain'
import {
  addCollection,
  addConsignment,
  addHandover,
  keepMessage,
  logPostal,
  noteNonce,
  noteState,
  type Tx,
} from '../src/index.ts'
import { nine } from './sample.ts'

/** A dossier counted in by a postal officer. */
export function collection(officerId: string, change: Partial<Collection> = {}): Collection {
  const id = randomUUID()
  return {
    id,
    no: `BC-${id.slice(0, 8)}`,
    officer: { accountId: officerId, fullName: 'Trần Văn Thư' },
    procedureCode: '1.004873',
    caseId: 'thong-thuong',
    agencyId: 'xa-1',
    applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123' },
    answers: {},
    counted: [],
    photos: [],
    receipt: ['counter'],
    returnChannel: 'postal',
    place: 'postal-outlet',
    prepaid: { fees: 0, returnPostage: 0 },
    collectedAt: nine,
    phase: 'counted',
    ...change,
  }
}

export function handover(officerId: string): Handover {
  const id = randomUUID()
  return {
    id,
    no: `BB-${id.slice(0, 8)}`,
    officer: { accountId: officerId, fullName: 'Trần Văn Thư' },
    agencyId: 'xa-1',
    preparedAt: nine,
    lines: [],
  }
}

export function consignment(officerId: string, dossierId: string): Consignment {
  const id = randomUUID()
  return {
    id,
    no: `RL-${id.slice(0, 8)}`,
    dossierId,
    dossierNo: 'H35.01-260804-0001',
    what: 'result',
    agencyId: 'xa-1',
    officer: { accountId: officerId, fullName: 'Trần Văn Thư' },
    to: { fullName: 'Trần Thị Đan' },
    takenAt: nine,
    attempts: [],
    phase: 'on-the-way',
  }
}

/** A row of every table of post and exchange. */
export async function seedPostalAndExchange(
  tx: Tx,
  { officerId, dossierId }: { officerId: string; dossierId: string },
): Promise<void> {
  const collected = collection(officerId)
  await addCollection(tx, collected)
  await addHandover(tx, handover(officerId))
  await addConsignment(tx, consignment(officerId, dossierId))
  await logPostal(tx, {
    at: nine,
    officerId,
    actorId: officerId,
    deed: 'collected',
    thing: 'collection',
    thingId: collected.id,
  })
  await noteNonce(tx, { nonce: 'a-nonce-of-its-own', at: nine, forgetBefore: nine })
  const digest = { sha256: '0'.repeat(64), receivedAt: nine }
  await keepMessage(tx, { id: 'm-1', kind: 'submission', dossierId, answer: {}, ...digest })
  await noteState(tx, { dossierId, version: 1, status: 1, body: {}, notedAt: nine })
}

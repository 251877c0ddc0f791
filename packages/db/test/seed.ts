import { seedAccounts } from './seed-accounts.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedAccess } from './seed-access.ts'
import { seedIncidents } from './seed-incidents.ts'
import { seedWork } from './seed-work.ts'
import { randomUUID } from 'node:crypto'
import { NotFound, type DossierEvent } from '@motcua/domain'
import {
  createAccount,
  hitAttempt,
  issueSlip,
  keepPapers,
  logRead,
  noteBackup,
  noteDrill,
  sealTrail,
  noteNotice,
  noteUse,
  noteValidity,
  raiseAlert,
  append,
  getDossierForUpdate,
  openDraft,
  putChore,
  putEdition,
  noteLetter,
  putFile,
  sessionAdapter,
  type Database,
} from '../src/index.ts'
import { seedInvitation } from './seed-house.ts'
import { seedCitizens } from './seed-citizens.ts'
import { seedFees } from './fee-sample.ts'
import { seedApiKey } from './api-key-sample.ts'
import { seedPostalAndExchange } from './postal-sample.ts'
import { accept, citizen, filed, five, nine, noon, why } from './sample.ts'

/** At least one row of every table for one tenant, made the way the office makes them. */
export async function seed(db: Database, tenant: string): Promise<{ accountId: string; dossierId: string }> {
  const host = `${tenant}.example`
  await db.transact(tenant, (tx) =>
    putEdition(tx, { hash: 'h1', hosts: [host], content: { a: 1 }, at: nine }),
  )
  const accountId = await citizen(db, tenant)
  const { id: dossierId } = await filed(db, tenant, { accountId })
  await hitAttempt(db, tenant, { key: 'sign-in:203.0.113.7', windowSeconds: 60, most: 5, now: nine })
  await db.transact(tenant, async (tx) => {
    const officer = staff()
    await createAccount(tx, officer, nine)
    await seedAccounts(tx, officer.id)
    await seedAccess(tx, officer.id)
    await seedIncidents(tx, { accountId: officer.id, dossierId })
    await seedFees(tx, dossierId)
    await seedInvitation(tx)
    await seedCitizens(tx, accountId)
    await seedApiKey(tx)
    await seedPostalAndExchange(tx, { officerId: officer.id, dossierId })
    const expiresAt = new Date('2026-09-01T00:00:00Z')
    await sessionAdapter(tx, () => nine).setSession({
      id: randomUUID(),
      userId: accountId,
      expiresAt,
      attributes: {},
    })
    const content = { answers: {}, papers: [] }
    const draft = {
      id: randomUUID(),
      accountId,
      purpose: 'filing' as const,
      procedureCode: '1.001193',
      content,
      at: nine,
    }
    await openDraft(tx, draft)
    const bytes = new TextEncoder().encode('%PDF-1.7')
    const file = {
      id: randomUUID(),
      name: 'a.pdf',
      type: 'application/pdf' as const,
      content: bytes,
      at: nine,
    }
    await putFile(tx, { ...file, accountId, draftId: draft.id })
    const keptId = randomUUID()
    await keepPapers(tx, accountId, [
      {
        id: keptId,
        dossierId,
        fileId: file.id,
        kind: 'component',
        paperId: 'p1',
        paperName: 'Tờ khai',
        procedureName: 'Đăng ký khai sinh',
        consentedAt: nine,
      },
    ])
    await noteUse(tx, { keptId, draftId: draft.id, fileId: file.id, at: nine })
    const found = { valid: true, note: 'còn hạn', at: nine, by: officer.id, agencyId: 'xa-1' }
    await noteValidity(tx, { keptId, ...found })
    if (!(await accept(tx, dossierId)).granted) throw new NotFound('dossier')
    await seedCatalogue(tx)
    await seedWork(tx, dossierId)
    await putChore(tx, { kind: 'backup', subject: '', dueAt: noon })
    await noteLetter(tx, {
      message: 'AccountOpened',
      about: `account ${accountId}`,
      channel: 'email',
      recipient: 'dan@example.vn',
      subject: 'Đã mở tài khoản',
      body: 'Kính gửi bà Đan',
      at: nine,
    })
    await noteNotice(tx, {
      dossierId,
      eventVersion: 1,
      kind: 'DossierSubmitted',
      channel: 'email',
      subject: 's',
      body: 'b',
      status: 'waiting',
      at: nine,
    })
    await raiseAlert(tx, {
      dossierId,
      eventVersion: 1,
      kind: 'new-dossier',
      audience: 'officer',
      phase: 'submitted',
      at: nine,
    })
    await append(tx, await getDossierForUpdate(tx, dossierId), [apology])
    await issueSlip(tx, dossierId, { kind: 'refusal', eventVersion: 1, agencyId: 'xa-1', issuedAt: nine })
    const backup = { id: randomUUID(), reason: 'asked' as const, beganAt: nine, tookMs: 5, by: 'operator' }
    await noteBackup(tx, {
      ...backup,
      outcome: 'done',
      file: 'a.zip',
      bytes: 1,
      rows: 1,
      sha256: '0'.repeat(64),
    })
    await noteDrill(tx, { ...backup, backupId: backup.id, passed: true, report: {} })
    const actor = { kind: 'visitor' as const, address: '203.0.113.7' }
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'look-up', at: nine })
    await sealTrail(tx)
  })
  return { accountId, dossierId }
}

const apology: DossierEvent = {
  type: 'ApologyIssued',
  at: nine,
  by: 'Trần Văn Bình',
  agencyId: 'xa-1',
  fault: 'agency',
  split: false,
  signer: why('apology.by', 'settling-head'),
  reason: 'Chờ kết quả xác minh',
  dueAt: five,
  noticeBy: why('apology.notice', noon),
  timely: true,
  published: why('slip.published', true),
}

function staff() {
  return {
    kind: 'staff' as const,
    id: randomUUID(),
    fullName: 'Trần Văn Bình',
    username: 'canbo',
    roles: ['one-stop-officer' as const],
    agencyId: 'xa-1',
    passwordHash: 'x',
  }
}

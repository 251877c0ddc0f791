import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { NotFound, refuseIntake, requestCompletion, type DossierEvent } from '@motcua/domain'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import {
  append,
  countDesk,
  getDossierForUpdate,
  listDesk,
  listOwn,
  searchDossiers,
  type DeskPage,
  type DeskView,
  type Tx,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { accept, citizen, filed, finish, five, nine, noon, why } from './sample.ts'

const { db, fresh, adminUrl } = await testDatabase()
const admin = postgres(adminUrl, { max: 1 })
afterAll(() => admin.end())

/** The lists of these agencies at nine o'clock, when what ends by noon is due soon. */
const seen = (agencyIds: readonly string[] = ['xa-1'], more: Partial<DeskView> = {}): DeskView => ({
  agencyIds,
  now: nine,
  soonUntil: { new: noon, processing: noon },
  holderId: randomUUID(),
  ...more,
})
const listQueue = (tx: Tx, { agencyIds, ...page }: DeskPage & Pick<DeskView, 'agencyIds'>) =>
  listDesk(tx, seen(agencyIds), page)
const countQueues = (tx: Tx, agencyIds: readonly string[]) => countDesk(tx, seen(agencyIds))

test('the queue of new dossiers begins with the one whose clock ends first, those without a limit last', async () => {
  const tenant = await fresh()
  const late = await filed(db, tenant, { dueAt: five })
  const none = await filed(db, tenant, { dueAt: null })
  const soon = await filed(db, tenant, { dueAt: noon })
  const { lines, next } = await db.read(tenant, (tx) =>
    listQueue(tx, { list: 'new', limit: 10, agencyIds: ['xa-1'] }),
  )
  expect(lines.map((line) => line.id)).toEqual([soon.id, late.id, none.id])
  expect(lines.map((line) => line.dueAt)).toEqual([noon, five, null])
  expect(lines[0]).toMatchObject({
    submissionNo: soon.submissionNo,
    procedureName: 'Đăng ký khai sinh',
    applicantName: 'Nguyễn Thị Đào',
    mode: 'online',
    startedAt: nine,
    attempt: 1,
  })
  expect(next).toBeUndefined()
})

test('page after page shows every dossier of a queue once', async () => {
  const tenant = await fresh()
  for (let i = 0; i < 7; i++) await filed(db, tenant, { dueAt: i % 2 ? five : null })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await db.read(tenant, (tx) =>
      listQueue(tx, { list: 'new', limit: 3, agencyIds: ['xa-1'], ...(after && { after }) }),
    )
    seen.push(...page.lines.map((line) => line.id))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
})

test('of what falls due at one moment, who came first stands first, from page to page', async () => {
  const tenant = await fresh()
  const evening = ['20:00', '18:30', '22:15', '19:45'].map((time) => instant(`2026-08-03T${time}:00+07:00`))
  for (const at of evening) await filed(db, tenant, { at, dueAt: five })
  const seen: string[] = []
  for (let after: string | undefined, page = 0; page < 2; page++) {
    const { lines, next } = await db.read(tenant, (tx) =>
      listQueue(tx, { list: 'new', limit: 2, agencyIds: ['xa-1'], ...(after && { after }) }),
    )
    seen.push(...lines.map((line) => line.submittedAt))
    after = next
  }
  expect(seen).toEqual([...evening].sort())
})

test('a key of a page that nobody gave is refused', async () => {
  const tenant = await fresh()
  for (const after of ["x' or true", '2026-08-04T09:00:00+07:00', '~', 'infinity~1']) {
    const page = db.read(tenant, (tx) => listQueue(tx, { list: 'new', limit: 3, agencyIds: ['xa-1'], after }))
    await expect(page).rejects.toBeInstanceOf(NotFound)
  }
})

test('a queue is searched by the beginning of a number or of any word of a name, without regard to diacritics', async () => {
  const tenant = await fresh()
  const wanted = await filed(db, tenant, { fullName: 'Đỗ Thị Ánh' })
  await filed(db, tenant, { fullName: 'Trần 100% Văn' })
  const find = (search: string) =>
    db.read(tenant, async (tx) =>
      (await listQueue(tx, { list: 'new', limit: 10, agencyIds: ['xa-1'], search })).lines.map(
        (line) => line.id,
      ),
    )
  expect(await find('do thi anh')).toEqual([wanted.id])
  expect(await find('Ánh')).toEqual([wanted.id])
  expect(await find(wanted.submissionNo.slice(0, 9))).toContain(wanted.id)
  expect(await find('THỊ  ánh')).toEqual([wanted.id])
  expect(await find('0801')).toHaveLength(2)
  expect(await find('100%')).toHaveLength(1)
  expect(await find('%')).toEqual([])
  expect(await find('nobody')).toEqual([])
})

test('a search through all queues shows what is still to be done first, and no other agency’s', async () => {
  const tenant = await fresh()
  const done = await filed(db, tenant, { fullName: 'Lê Văn Tám' })
  const open = await filed(db, tenant, { fullName: 'Lê Văn Tám', at: instant('2026-08-03T09:00:00+07:00') })
  await filed(db, tenant, { fullName: 'Lê Văn Tám', agencyId: 'xa-2' })
  await db.transact(tenant, async (tx) => {
    await accept(tx, done.id)
    const withdrawn: DossierEvent = {
      type: 'DossierWithdrawn',
      at: noon,
      by: 'o',
      reason: 'thôi',
      basis: [],
      asked: 'portal',
    }
    await append(tx, await getDossierForUpdate(tx, done.id), [withdrawn])
  })
  const find = (search: string) =>
    db.read(tenant, async (tx) =>
      (await searchDossiers(tx, { agencyIds: ['xa-1'], search, limit: 10 })).map((line) => line.id),
    )
  expect(await find('tam')).toEqual([open.id, done.id])
  expect(await find('H35.12.03-2608')).toEqual([done.id])
  expect(await find('260804-0001')).toEqual([done.id])
})

test('a dossier that gets another name is found by the new one alone', async () => {
  const tenant = await fresh()
  const { id } = await filed(db, tenant, { fullName: 'Phạm Thị Mơ' })
  await admin`update dossier set search = '|260804-x|pham thi mai' where tenant = ${tenant} and id = ${id}`
  const find = (search: string) =>
    db.read(tenant, (tx) => searchDossiers(tx, { agencyIds: ['xa-1'], search, limit: 10 }))
  expect(await find('mo')).toEqual([])
  expect(await find('mai')).toMatchObject([{ id }])
  expect(await find('pham thi')).toHaveLength(1)
})

test('an officer sees the dossiers of the agencies that are named, and no others', async () => {
  const tenant = await fresh()
  const own = await filed(db, tenant, { agencyId: 'xa-1' })
  await filed(db, tenant, { agencyId: 'xa-2' })
  await db.read(tenant, async (tx) => {
    const { lines } = await listQueue(tx, { list: 'new', limit: 10, agencyIds: ['xa-1'] })
    expect(lines.map((line) => line.id)).toEqual([own.id])
    expect(await countQueues(tx, ['xa-1'])).toMatchObject({ new: 1 })
    expect((await listQueue(tx, { list: 'new', limit: 10, agencyIds: [] })).lines).toEqual([])
  })
})

test('the queue of several agencies is one queue, in order, page after page', async () => {
  const tenant = await fresh()
  const agencyIds = ['xa-1', 'xa-2', 'xa-3']
  const filedIds: string[] = []
  for (let i = 0; i < 9; i++) {
    const dueAt = instant(`2026-08-04T${String(10 + ((i * 4) % 9))}:00:00+07:00`)
    filedIds[(i * 4) % 9] = (await filed(db, tenant, { agencyId: agencyIds[i % 3]!, dueAt })).id
  }
  const seen: string[] = []
  let after: string | undefined
  do {
    const request = { list: 'new' as const, limit: 2, agencyIds, ...(after && { after }) }
    const page = await db.read(tenant, (tx) => listQueue(tx, request))
    seen.push(...page.lines.map((line) => line.id))
    after = page.next
  } while (after)
  expect(seen).toEqual(filedIds)
  expect(await db.read(tenant, (tx) => countQueues(tx, agencyIds))).toMatchObject({ new: 9 })
  expect(await db.read(tenant, (tx) => countQueues(tx, ['xa-3', 'xa-3']))).toMatchObject({ new: 3 })
})

test('a dossier moves through the queues as it goes', async () => {
  const tenant = await fresh()
  const asked = await filed(db, tenant)
  const refused = await filed(db, tenant)
  const taken = await filed(db, tenant)
  await db.transact(tenant, async (tx) => {
    const items = [{ kind: 'paper' as const, ref: 'p1', label: 'Giấy chứng sinh', reason: 'mờ' }]
    const request = requestCompletion(
      await getDossierForUpdate(tx, asked.id),
      { at: noon, by: 'o', items },
      { limit: why('limit', null), further: why('further', null) },
    )
    if (request.granted) await append(tx, asked, request.events)
    const refusal = refuseIntake(refused, { at: noon, by: 'o', reason: 'not ours', basis: 'Điều 8' })
    if (refusal.granted) await append(tx, refused, refusal.events)
    await accept(tx, taken.id)
  })
  await db.read(tenant, async (tx) => {
    expect(await countQueues(tx, ['xa-1'])).toMatchObject({
      new: 0,
      'awaiting-completion': 1,
      processing: 1,
      'to-return': 0,
      done: 1,
    })
    const waiting = await listQueue(tx, { list: 'awaiting-completion', limit: 5, agencyIds: ['xa-1'] })
    expect(waiting.lines).toMatchObject([{ id: asked.id, dueAt: null }])
    const processing = await listQueue(tx, { list: 'processing', limit: 5, agencyIds: ['xa-1'] })
    expect(processing.lines).toMatchObject([
      { id: taken.id, dueAt: five, startedAt: noon, code: 'H35.12.03-260804-0001' },
    ])
  })
})

test('what is done is listed with the latest first', async () => {
  const tenant = await fresh()
  const ids: string[] = []
  for (const at of [noon, five]) {
    const { id } = await filed(db, tenant)
    await db.transact(tenant, async (tx) => {
      const dossier = await getDossierForUpdate(tx, id)
      const refusal = refuseIntake(dossier, { at, by: 'o', reason: 'not ours', basis: 'Điều 8' })
      if (refusal.granted) await append(tx, dossier, refusal.events)
    })
    ids.unshift(id)
  }
  const first = await db.read(tenant, (tx) => listQueue(tx, { list: 'done', limit: 1, agencyIds: ['xa-1'] }))
  const second = await db.read(tenant, (tx) =>
    listQueue(tx, { list: 'done', limit: 1, agencyIds: ['xa-1'], after: first.next! }),
  )
  expect([...first.lines, ...second.lines].map((line) => line.id)).toEqual(ids)
  expect(second.next).toBeUndefined()
})

test('an applicant finds what they filed, and not what others filed', async () => {
  const tenant = await fresh()
  const [me, other] = [await citizen(db, tenant), await citizen(db, tenant)]
  const first = await filed(db, tenant, { accountId: me, at: nine })
  const second = await filed(db, tenant, { accountId: me, at: instant('2026-08-05T09:00:00+07:00') })
  await filed(db, tenant, { accountId: other })
  const own = await db.read(tenant, (tx) => listOwn(tx, me))
  expect(own.map((line) => line.id)).toEqual([second.id, first.id])
})

test('what is late and what falls due soon is found in both queues that have clocks, the first due first', async () => {
  const tenant = await fresh()
  const eight = instant('2026-08-04T08:00:00+07:00')
  const lateNew = await filed(db, tenant, { dueAt: eight })
  const soonNew = await filed(db, tenant, { dueAt: noon })
  const soonTaken = await filed(db, tenant)
  await filed(db, tenant, { dueAt: null })
  await db.transact(tenant, (tx) => accept(tx, soonTaken.id))
  const view = seen(['xa-1', 'xa-2'], { soonUntil: { new: noon, processing: five } })
  const idsOf = (list: DeskPage['list'], at = view) =>
    db.read(tenant, async (tx) => (await listDesk(tx, at, { list, limit: 10 })).lines.map(({ id }) => id))
  expect(await idsOf('overdue')).toEqual([lateNew.id])
  expect(await idsOf('due-soon')).toEqual([soonNew.id, soonTaken.id])
  expect(await idsOf('overdue', { ...view, now: noon })).toEqual([lateNew.id])
  expect(await idsOf('overdue', { ...view, now: instant('2026-08-04T17:00:01+07:00') })).toEqual([
    lateNew.id,
    soonNew.id,
    soonTaken.id,
  ])
  expect(await db.read(tenant, (tx) => countDesk(tx, view))).toMatchObject({
    new: 3,
    processing: 1,
    overdue: 1,
    'due-soon': 2,
    'new-overdue': 1,
    'new-due-soon': 1,
    'processing-overdue': 0,
    'processing-due-soon': 1,
  })
})

test('what is owed is listed whatever its queue, and until it is paid', async () => {
  const tenant = await fresh()
  const { id } = await filed(db, tenant)
  const owes = (fee: string) =>
    admin`update dossier set state = state || ${`{"fee": ${fee}}`}::text::jsonb where tenant = ${tenant} and id = ${id}`
  const unpaid = () =>
    db.read(tenant, async (tx) =>
      (await listDesk(tx, seen(), { list: 'unpaid', limit: 5 })).lines.map((line) => line.id),
    )
  expect(await unpaid()).toEqual([])
  await owes('{"amount": 50000}')
  expect(await unpaid()).toEqual([id])
  expect(await db.read(tenant, (tx) => countDesk(tx, seen()))).toMatchObject({ new: 1, unpaid: 1 })
  await owes('{"amount": 50000, "paid": {"at": "2026-08-04T12:00:00+07:00"}}')
  expect(await unpaid()).toEqual([])
})

test('whoever holds a step finds it in their own list, whichever body it is of', async () => {
  const tenant = await fresh()
  const me = randomUUID()
  const { id } = await filed(db, tenant, { agencyId: 'xa-2' })
  await db.transact(tenant, (tx) => accept(tx, id))
  await admin`update dossier set state = state || ${`{"work": {"holder": {"accountId": "${me}"}}}`}::text::jsonb
    where tenant = ${tenant} and id = ${id}`
  const mine = (holderId: string) =>
    db.read(tenant, (tx) => listDesk(tx, seen(['xa-1'], { holderId }), { list: 'mine', limit: 5 }))
  expect((await mine(me)).lines).toMatchObject([{ id }])
  expect((await mine(randomUUID())).lines).toEqual([])
  expect(await db.read(tenant, (tx) => countDesk(tx, seen([], { holderId: me })))).toMatchObject({ mine: 1 })
  const lookedOver = (agencyIds: string[]) =>
    db.read(tenant, (tx) =>
      listDesk(tx, seen(agencyIds, { holderId: me, looksOver: true }), { list: 'mine', limit: 5 }),
    )
  expect((await lookedOver(['xa-2'])).lines).toMatchObject([{ id }])
  expect((await lookedOver(['xa-1'])).lines).toEqual([])
})

test('a page of a list that cuts across queues goes on where the one before ended', async () => {
  const tenant = await fresh()
  const ids: string[] = []
  for (const [i, agencyId] of ['xa-1', 'xa-2', 'xa-1', 'xa-2', 'xa-1'].entries()) {
    const dueAt = instant(`2026-08-03T${String(10 + i)}:00:00+07:00`)
    const { id } = await filed(db, tenant, { agencyId, dueAt })
    ids.push(id)
  }
  const found: string[] = []
  let after: string | undefined
  do {
    const page = await db.read(tenant, (tx) =>
      listDesk(tx, seen(['xa-1', 'xa-2']), { list: 'overdue', limit: 2, ...(after && { after }) }),
    )
    found.push(...page.lines.map(({ id }) => id))
    after = page.next
  } while (after)
  expect(found).toEqual(ids)
})

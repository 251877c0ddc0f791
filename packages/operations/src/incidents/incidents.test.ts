import { getDossier, lettersAbout, listAudit, putProbe } from '@motcua/db'
import { instant } from '@motcua/calendar'
import { expect, test } from 'vitest'
import { runChores } from '../chores/run-chores.ts'
import type { Letter, Senders, TextMessage } from '../notices/senders.ts'
import { fileDossier, handIn, openOffices, type Province, type TestOffice } from '../testing.ts'
import { agencyOf } from '../catalogue/procedure-view.ts'
import { announceMaintenance, closeIncident, declareIncident, updateIncident } from './declare-incident.ts'
import { excuseClocks, listDuringOutage } from './excuse-clocks.ts'
import { listIncidents } from './list-incidents.ts'
import { probeAll } from './probe.ts'
import { reportIncident, whoIsTold } from './report-incident.ts'
import { getBanners, getStatus } from './status.ts'

const { db, worker, open } = await openOffices()
const say = (vi: string) => ({ vi, en: '' })
const outage = { title: say('Mất kết nối'), body: say('Không nộp được hồ sơ'), affects: ['filing' as const] }

/** A dossier handed in at a counter and not decided on, with an address to write to. */
async function filedAt(office: TestOffice) {
  const { officer, dossierId: id } = await handIn(office, '1.001193')
  const { applicant, agencyId } = await db.read(office.tenant, (tx) => getDossier(tx, id))
  expect(officer.actor.kind).toBe('staff')
  return { id, agencyId, address: applicant.email ?? applicant.phone }
}

async function centre(province: Province, at?: string) {
  const office = await open(province, at ? { at } : {})
  const sent: (Letter | TextMessage)[] = []
  const take = async (letter: Letter | TextMessage) => void sent.push(letter)
  const senders: Senders = { email: take, sms: take, zalo: async () => {} }
  const round = async () => {
    const { now, portalOf } = await office.visitor()
    const offices = { db, worker, now, senders, log: () => {}, portalUrl: portalOf, tenants: office.tenants }
    while ((await runChores(offices, { limit: 200 })) > 0);
  }
  return { office, sent, round, manager: () => office.staff('ttpvhcc', 'incident-manager') }
}

test('TQ25-11.1: the centre tells the agencies and the people concerned, in the portal at once and by letter', async () => {
  const { office, sent, round, manager } = await centre('tuyen-quang')
  const filed = await filedAt(office)
  const { id, written, unreachable } = await declareIncident(await manager(), outage)
  expect({ written, unreachable }).toEqual({ written: 1, unreachable: [] })
  expect(await getBanners(await office.visitor(), {})).toMatchObject([
    { id, stage: 'ongoing', title: { vi: 'Mất kết nối' }, fallback: 'other-means' },
  ])
  await round()
  const to = sent.map((letter) => letter.to)
  expect(to).toContain('motcua@tuyen-quang.example')
  // TQ25-11.2: people with dossiers under way, at the address they registered, and how to go on.
  const letter = sent.find((one) => one.to === filed.address)!
  expect(letter.text).toMatch(
    /^DVC Tuyen Quang: he thong gap su co .* Thu tuc van duoc lam tai Bo phan Mot cua/,
  )
  expect(letter.text).not.toContain('{')
  const count = sent.length
  await round()
  expect(sent).toHaveLength(count)
  const trail = await db.read(office.tenant, (tx) =>
    listAudit(tx, { deed: 'incident:declare' }, { limit: 1 }),
  )
  expect(trail).toMatchObject([{ thingId: id }])
})

test('TQ25-12.5: the time of recovery is announced to those told, and the end of the outage as well', async () => {
  const { office, sent, round, manager } = await centre('tuyen-quang')
  const { id } = await declareIncident(await manager(), outage)
  const board = await listIncidents(await manager(), {})
  expect(board.law).toMatchObject({ announcesRecovery: true, tellsApplicants: true, fallback: 'other-means' })
  await expect(
    updateIncident(await manager(), { id, body: say('Đang sửa'), expectedAt: '2026-03-02T08:00' }),
  ).rejects.toThrow('not-a-date')
  await updateIncident(await manager(), { id, body: say('Đang sửa'), expectedAt: '2026-03-02T11:30' })
  office.at('2026-03-02T11:00:00+07:00')
  await closeIncident(await manager(), { id, body: say('Đã chạy lại') })
  await round()
  const texts = sent.map((letter) => (letter as Letter).text)
  expect(texts.some((text) => text.includes('khắc phục xong lúc 11:30 ngày 02/03/2026'))).toBe(true)
  expect(sent.map((letter) => (letter as Letter).subject)).toContain('Đã khắc phục sự cố: Mất kết nối')
  expect(await getBanners(await office.visitor(), {})).toEqual([])
  const status = await getStatus(await office.visitor(), {})
  expect(status.past).toMatchObject([
    { id, endedAt: '2026-03-02T11:00:00+07:00', updates: [{ body: say('Đã chạy lại') }, {}, {}] },
  ])
  await expect(closeIncident(await manager(), { id, body: say('Lần nữa') })).rejects.toThrow('incident')
})

test('AMB-36: no clock stops for an outage; a head excuses an intake clock that ran in it, with a reason', async () => {
  const { office, manager } = await centre('phu-tho')
  const { dossierId } = await fileDossier(await office.citizen(), '1.001193')
  const filed = await db.read(office.tenant, (tx) => getDossier(tx, dossierId))
  const head = await office.staff(filed.agencyId, 'one-stop-head')
  const { id } = await declareIncident(await manager(), outage)
  const [dossier] = (await listDuringOutage(head, { id })).dossiers
  expect(dossier).toMatchObject({ id: filed.id, phase: 'submitted' })
  expect(dossier!.excuse).toBeUndefined()
  await expect(
    excuseClocks(await office.staff(filed.agencyId), { id: id, dossierIds: [filed.id], reason: 'x' }),
  ).rejects.toThrow('incident:excuse')
  expect(await excuseClocks(head, { id: id, dossierIds: [filed.id], reason: 'Mất kết nối hai giờ' })).toEqual(
    { excused: 1 },
  )
  // Twice is once, and another body's head does not reach it.
  expect(await excuseClocks(head, { id: id, dossierIds: [filed.id], reason: 'Lần nữa' })).toEqual({
    excused: 0,
  })
  const [after] = (await listDuringOutage(head, { id: id })).dossiers
  expect(after).toMatchObject({
    intakeDueAt: dossier!.intakeDueAt,
    excuse: { reason: 'Mất kết nối hai giờ' },
  })
  const other = await office.staff('so-tu-phap', 'one-stop-head')
  await expect(excuseClocks(other, { id: id, dossierIds: [filed.id], reason: 'x' })).rejects.toThrow(
    'dossier',
  )
})

test.each([
  ['tuyen-quang', 'TQ25-29.1dd', 'service-centre', 'prompt', 'suco@tuyen-quang.example'],
  ['phu-tho', 'PT20-22.4', 'ict-dept', 'at-once', 'stttt@phu-tho.example'],
  ['ha-nam', 'HN19-17.8', 'ict-dept', 'at-once', 'stttt@ha-nam.example'],
] as const)('%s, %s: a body reports an incident to %s (%s)', async (province, _, body, timing, email) => {
  const { office, sent, round, manager } = await centre(province)
  const officer = await office.staff('so-tu-phap')
  const told = await whoIsTold(officer, {})
  expect(told.bodies).toContain(body)
  expect(told.timing).toBe(timing)
  expect(told.basis.length).toBeGreaterThan(0)
  await reportIncident(officer, { body: 'Không mở được hồ sơ' })
  await round()
  expect(sent.map((letter) => letter.to)).toContain(email)
  const board = await listIncidents(await manager(), {})
  expect(board.reports).toMatchObject([
    { agencyName: agencyOf(officer.tenant, 'so-tu-phap').name, body: 'Không mở được hồ sơ' },
  ])
})

test('maintenance is announced ahead, stands on the portal until it is over, and ends by itself', async () => {
  const { office, manager } = await centre('phu-tho')
  const plan = { ...outage, startsAt: '2026-03-07T22:00', expectedAt: '2026-03-08T02:00' }
  await expect(
    announceMaintenance(await manager(), { ...plan, startsAt: '2026-03-01T22:00' }),
  ).rejects.toThrow('not-a-date')
  await announceMaintenance(await manager(), plan)
  const stage = async () => (await getBanners(await office.visitor(), {})).map((one) => one.stage)
  expect(await stage()).toEqual(['planned'])
  office.at('2026-03-07T22:00:00+07:00')
  expect(await stage()).toEqual(['ongoing'])
  office.at('2026-03-08T02:00:00+07:00')
  expect(await stage()).toEqual([])
})

test('only the one on duty declares; a province knows nothing of the incident of another', async () => {
  const { office, manager } = await centre('long-an')
  await expect(declareIncident(await office.staff('so-tu-phap'), outage)).rejects.toThrow('incident:declare')
  const { id } = await declareIncident(await manager(), outage)
  const other = await centre('long-an')
  expect(await getBanners(await other.office.visitor(), {})).toEqual([])
  await expect(closeIncident(await other.manager(), { id, body: say('x') })).rejects.toThrow('incident')
  expect(await db.read(other.office.tenant, (tx) => lettersAbout(tx, `incident ${id}`))).toEqual([])
})

test('the status page shows what probes saw, and says so where nobody has probed lately', async () => {
  const { office } = await centre('phu-tho')
  const tenants = { list: async () => [(await office.visitor()).tenant] }
  let broken = false
  const probes = [
    { component: 'portal', probe: async () => {} },
    {
      component: 'payment',
      probe: async () => {
        if (broken) throw new Error('down')
      },
    },
  ]
  const round = async () => {
    const { now } = await office.visitor()
    return probeAll({ db, tenants, now, probes, timeoutMs: 1000 })
  }
  expect(await round()).toBe(0)
  broken = true
  office.at('2026-03-02T09:01:00+07:00')
  expect(await round()).toBe(1)
  const read = async () => (await getStatus(await office.visitor(), {})).parts
  expect(await read()).toMatchObject([
    { component: 'portal', state: 'up', share: 1, since: '2026-03-02T09:00:00+07:00' },
    { component: 'payment', state: 'down', share: 0.5, since: '2026-03-02T09:01:00+07:00' },
  ])
  office.at('2026-03-02T09:12:00+07:00')
  expect((await read()).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  const at = instant('2026-03-03T09:00:00+07:00')
  office.at(at)
  await db.transact(office.tenant, (tx) => putProbe(tx, { component: 'portal', ok: true, at, durationMs: 5 }))
  const [portal] = await read()
  expect(portal!.days.filter(({ probes: n }) => n > 0)).toEqual([
    { day: '2026-03-02', probes: 2, failures: 0 },
    { day: '2026-03-03', probes: 1, failures: 0 },
  ])
})

import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { createAccount, findStaff, getStaff, lettersAbout } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { runChores } from '../chores/run-chores.ts'
import type { Context } from '../operation.ts'
import { actorOf } from '../identity/actor.ts'
import { signInStaff } from '../identity/sign-in.ts'
import { openOffices, type Province, type TestOffice } from '../testing.ts'
import { acceptInvitation } from './accept-invitation.ts'
import {
  confirmAccountRequest,
  grantRequest,
  noteAccountNotice,
  refuseAccountRequest,
} from './decide-request.ts'
import {
  getAccountRequestLine,
  getStaffAccount,
  listAccountRequests,
  listStaffAccounts,
} from './list-accounts.ts'
import { lockAtOnce } from './lock-at-once.ts'
import { requestAccounts, supplyRequestPapers } from './request-accounts.ts'
import { issueInUnit, revokeInUnit } from './unit-accounts.ts'

const { db, worker, open } = await openOffices()
const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

const signed = await readFile(new URL('../signatures/examples/openssl.pdf', import.meta.url))
const form = (name: string) => ({
  form: name,
  kind: 'digitally-signed' as 'digitally-signed' | 'electronic-true-copy',
  upload: { name: `${name}.pdf`, bytes: new Uint8Array(signed) },
})
const scan = (name: string) => ({ ...form(name), kind: 'electronic-true-copy' as const })
const unsigned = (name: string) => ({
  form: name,
  kind: 'digitally-signed' as const,
  upload: { name: 'a.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n') },
})

const ha = {
  fullName: 'Nguyễn Thị Hà',
  job: 'Chuyên viên',
  roles: ['specialist' as const],
  email: 'ha@example.vn',
}
const duc = { fullName: 'Đặng Văn Đức', job: 'Công chức một cửa', roles: ['one-stop-officer' as const] }
const password = 'con mèo ngủ trưa bên cửa sổ'

/** A department and the centre that manages accounts. */
async function house(province: Province = 'tuyen-quang', options?: { at?: string }) {
  const office = await open(province, options)
  const { tenant } = await office.visitor()
  const [agencyId, other] = [...tenant.agencies.keys()].filter((id) => id.startsWith('so-'))
  const admin = await office.staff(agencyId!, 'unit-admin')
  const stranger = await office.staff(other!, 'unit-admin')
  const manager = { ...(await office.staff('ttpvhcc', 'account-manager')), desk: 'http://desk.localhost' }
  const line = (requestId: string) => getAccountRequestLine(manager, { requestId })
  const round = () =>
    runChores(
      {
        db,
        worker,
        now: admin.now,
        tenants: office.tenants,
        senders: { email: async () => {}, sms: async () => {}, zalo: async () => {} },
        portalUrl: () => 'http://portal',
        log: () => {},
      },
      { limit: 100 },
    )
  return { office, agencyId: agencyId!, admin, stranger, manager, line, round }
}

const create = (context: Context, people = [ha, duc], papers = [form('form-one'), form('form-five')]) =>
  requestAccounts(context, { wanted: { task: 'create', people }, papers })

/** An officer who has an account and is signed in. */
async function working(office: TestOffice, manager: Context, admin: Context) {
  const { id } = await create(admin, [duc])
  const [issued] = await grantRequest(manager, { requestId: id, granted: [0] })
  const token = issued!.handOver!.split('/').at(-1)!
  await acceptInvitation(await office.visitor(), { token, password })
  const { username, accountId } = issued!
  const { session } = (await signInStaff(await office.visitor(), { username, password })) as {
    session: string
  }
  const who = () =>
    actorOf(db, { session, tenant: office.tenant, kind: 'staff', address: '1', now: admin.now() })
  expect((await who()).kind).toBe('staff')
  return {
    username,
    accountId,
    who,
    signIn: async () => signInStaff(await office.visitor(), { username, password }),
  }
}

describe('new accounts', () => {
  test('TQ25-9.1a.2: are due two working days after the letter and the commitment are both in', async () => {
    const { office, admin, line } = await house('tuyen-quang', { at: '2025-12-17T09:00:00+07:00' })
    const { id } = await create(admin, [ha], [form('form-one')])
    expect(await line(id)).toMatchObject({ stage: 'incomplete', missing: ['form-five'], overdue: false })
    office.at('2025-12-18T09:00:00+07:00')
    await supplyRequestPapers(admin, { requestId: id, papers: [form('form-five')] })
    const request = await line(id)
    expect(request).toMatchObject({
      stage: 'open',
      receivedAt: '2025-12-18T09:00:00+07:00',
      clock: {
        dueAt: '2025-12-22T17:00:00+07:00',
        why: { basis: [{ article: '9', clause: '1', point: 'a' }] },
      },
      noticeForm: 'written',
    })
    office.at('2025-12-22T17:01:00+07:00')
    expect(await line(id)).toMatchObject({ overdue: true })
  })

  test('TQ25-9.2a, TQ25-9.2a.2: come with forms 01 and 05, whose list names name, title, unit and rights', async () => {
    const { admin, manager, line, agencyId } = await house()
    const { id } = await create(admin, [duc], [])
    const request = await line(id)
    expect(request.missing).toEqual(['form-one', 'form-five'])
    expect(request.wanted).toEqual({ task: 'create', people: [{ ...duc, agencyId }] })
    expect(await refusal(grantRequest(manager, { requestId: id, granted: [0] }))).toBe(
      'request-papers-missing',
    )
    const noTitle = requestAccounts(admin, { wanted: { task: 'create', people: [{ ...duc, job: ' ' }] } })
    await expect(noTitle).rejects.toThrow(/required/)
  })

  test('TQ25-9.3: a paper is digitally signed or a true copy; one that only says so is not taken', async () => {
    const { admin } = await house()
    expect(await refusal(create(admin, [duc], [unsigned('form-one')]))).toBe('paper-not-signed')
    expect(await create(admin, [duc], [form('form-one'), scan('form-five')])).toHaveProperty('id')
  })

  test('TQ25-9.1a.2: are named and come with an invitation, by e-mail or handed over, never with a password', async () => {
    const { office, admin, manager, line } = await house()
    const { id } = await create(admin)
    const issued = await grantRequest(manager, { requestId: id, granted: [0, 1] })
    expect(issued.map(({ username }) => username)).toEqual([
      expect.stringMatching(/^nguyenthiha\.so[a-z]+$/),
      expect.stringMatching(/^dangvanduc\.so[a-z]+$/),
    ])
    expect(issued[0]).not.toHaveProperty('handOver')
    expect(issued[1]!.handOver).toMatch(/^http:\/\/desk\.localhost\/invitations\/tuyen-quang/)
    const [letter] = await db.read(office.tenant, (tx) => lettersAbout(tx, `account ${issued[0]!.accountId}`))
    expect(letter).toMatchObject({ recipient: 'ha@example.vn', status: 'waiting' })
    expect(letter!.body).toContain('/invitations/tuyen-quang')
    expect(await line(id)).toMatchObject({ stage: 'done', outcomes: [{ granted: true }, { granted: true }] })
    const account = await db.read(office.tenant, (tx) => getStaff(tx, issued[1]!.accountId))
    expect(account).not.toHaveProperty('passwordHash')
  })

  test('TQ25-9.1a.3: fewer than asked for are granted only with a reason', async () => {
    const { admin, manager, line } = await house()
    const { id } = await create(admin)
    expect(await refusal(grantRequest(manager, { requestId: id, granted: [0] }))).toBe('reason-missing')
    expect(await refusal(grantRequest(manager, { requestId: id, granted: [] }))).toBe('nothing-granted')
    const reason = 'Vượt số lượng được giao'
    expect(await grantRequest(manager, { requestId: id, granted: [0], reason })).toHaveLength(1)
    expect(await line(id)).toMatchObject({
      decision: { reason },
      outcomes: [{ granted: true }, { fullName: duc.fullName, granted: false }],
    })
    await noteAccountNotice(manager, { requestId: id, via: 'letter', reference: '12/TB-TTPVHCC' })
    expect(await line(id)).toMatchObject({ notice: { via: 'letter', reference: '12/TB-TTPVHCC' } })
  })

  test('nobody grants what they asked for themselves', async () => {
    const { office, manager, agencyId } = await house()
    const { id } = await requestAccounts(manager, {
      agencyId,
      wanted: { task: 'create', people: [duc] },
      papers: [form('form-one'), form('form-five')],
    })
    expect(await refusal(grantRequest(manager, { requestId: id, granted: [0] }))).toBe('second-person-needed')
    const second = { ...(await office.staff('ttpvhcc', 'account-manager')), desk: 'http://desk.localhost' }
    expect(await grantRequest(second, { requestId: id, granted: [0] })).toHaveLength(1)
    expect(await refusal(grantRequest(second, { requestId: id, granted: [0] }))).toBe('request-not-open')
  })

  test('PT20-4.2: bear the form of the regulation; a name that is taken gets a number from two on', async () => {
    const { office } = await house('phu-tho')
    const admin = { ...(await office.staff('so-xay-dung', 'unit-admin')), desk: '' }
    const names = []
    for (const job of ['Chuyên viên', 'Kế toán', 'Văn thư'])
      names.push((await issueInUnit(admin, { ...ha, job, email: undefined })).username)
    expect(names).toEqual(['nguyenthiha.soxaydung', 'nguyenthiha.soxaydung2', 'nguyenthiha.soxaydung3'])
  })

  test('PT20-4.3: the admin of a unit issues and revokes accounts of the unit itself, and only working roles', async () => {
    const { office, admin, stranger } = await house('phu-tho')
    const { accountId, username } = await issueInUnit(admin, duc)
    await expect(issueInUnit(admin, { ...duc, roles: ['unit-admin' as never] })).rejects.toThrow()
    await expect(revokeInUnit(stranger, { accountId, reason: 'Nghỉ' })).rejects.toThrow(/not found/)
    await revokeInUnit(admin, { accountId, reason: 'Chuyển công tác' })
    expect(await db.read(office.tenant, (tx) => findStaff(tx, username))).toMatchObject({ state: 'revoked' })
    const elsewhere = await house('tuyen-quang')
    expect(await refusal(issueInUnit(elsewhere.admin, duc))).toBe('accounts-granted-elsewhere')
  })

  test('PT20-4.3: a unit has one admin', async () => {
    const { admin, manager } = await house('phu-tho')
    const second = { ...duc, roles: ['unit-admin' as const] }
    const { id } = await create(admin, [second as never], [])
    expect(await refusal(grantRequest(manager, { requestId: id, granted: [0] }))).toBe('accounts-enough')
  })

  test('HN19-16.6, HN19-17.10: the supplier grants the admin of a unit; an officer has one account', async () => {
    const { admin, manager } = await house('ha-nam')
    const unitAdmin = await create(admin, [{ ...duc, roles: ['unit-admin'] } as never], [])
    expect(await refusal(grantRequest(manager, { requestId: unitAdmin.id, granted: [0] }))).toBe(
      'accounts-granted-elsewhere',
    )
    const [first, second] = [await create(admin, [duc], []), await create(admin, [duc], [])]
    await grantRequest(manager, { requestId: first.id, granted: [0] })
    expect(await refusal(grantRequest(manager, { requestId: second.id, granted: [0] }))).toBe(
      'accounts-enough',
    )
  })
})

describe('a lock', () => {
  test('TQ25-9.1b, TQ25-9.2b: names account, reason and moment, comes with form 02, and takes effect at that moment', async () => {
    const { office, admin, manager, line, round } = await house()
    const { username, who, signIn } = await working(office, manager, admin)
    const wanted = {
      task: 'lock' as const,
      usernames: [username],
      reason: 'Nghỉ phép',
      at: '2026-03-20T09:00:00+07:00',
    }
    const { id } = await requestAccounts(admin, { wanted, papers: [form('form-two')] })
    expect(await line(id)).toMatchObject({ stage: 'open', clock: { dueAt: '2026-03-04T17:00:00+07:00' } })
    expect(await line(id)).not.toHaveProperty('short')
    await confirmAccountRequest(manager, { requestId: id })
    await round()
    expect((await who()).kind).toBe('staff')
    office.at('2026-03-20T09:00:00+07:00')
    await round()
    expect((await who()).kind).toBe('visitor')
    expect(await refusal(signIn())).toBe('account-locked')
    expect(await line(id)).toMatchObject({ stage: 'done', effectAt: '2026-03-20T09:00:00+07:00' })
  })

  test('TQ25-9.1b: asked for less than five days ahead is done all the same, and marked', async () => {
    const { office, admin, manager, line } = await house()
    const { username } = await working(office, manager, admin)
    const wanted = {
      task: 'lock' as const,
      usernames: [username],
      reason: 'Nghỉ phép',
      at: '2026-03-05T09:00:00+07:00',
    }
    const { id } = await requestAccounts(admin, { wanted, papers: [form('form-two')] })
    expect(await line(id)).toMatchObject({
      stage: 'open',
      short: { basis: [{ article: '9', clause: '1', point: 'b' }] },
    })
    expect(await confirmAccountRequest(manager, { requestId: id })).toEqual({ effectAt: wanted.at })
  })

  test('TQ25-9.1b.2, TQ25-9.1b.4: told by telephone it is done at once, and the agency told within five working hours', async () => {
    const { office, admin, manager, line } = await house()
    const { accountId, who, signIn } = await working(office, manager, admin)
    office.at('2026-03-06T15:30:00+07:00')
    const call = { cause: 'emergency' as const, channel: 'phone' as const, toldBy: 'Ông Hà, Chánh Văn phòng' }
    const { requestId } = await lockAtOnce(manager, { ...call, accountId, reason: 'Lộ mật khẩu' })
    expect((await who()).kind).toBe('visitor')
    expect(await refusal(signIn())).toBe('account-locked')
    const [waiting] = await listAccountRequests(manager, {})
    expect(waiting).toMatchObject({ id: requestId, missing: ['form-two'], overdue: false })
    expect(await line(requestId)).toMatchObject({ noticeClock: { dueAt: '2026-03-09T11:00:00+07:00' } })
    office.at('2026-03-09T11:01:00+07:00')
    expect(await line(requestId)).toMatchObject({ overdue: true })
    await noteAccountNotice(manager, { requestId, via: 'phone', reference: 'Ông Hà' })
    expect(await line(requestId)).toMatchObject({ overdue: false, notice: { via: 'phone' } })
    expect(await listAccountRequests(manager, {})).toEqual([])
    // The letter follows for the record.
    await supplyRequestPapers(admin, { requestId, papers: [form('form-two')] })
    expect(await line(requestId)).toMatchObject({ missing: [] })
  })

  test('TQ25-9.1b.5, TQ25-12.4: a risk the centre finds locks at once, and the agency is written to right after', async () => {
    const { office, admin, manager, line, agencyId } = await house()
    const { accountId, who } = await working(office, manager, admin)
    const unitAdmin = await office.staff(agencyId, 'unit-admin')
    await db.transact(office.tenant, async (tx) => {
      await createAccount(
        tx,
        {
          kind: 'staff',
          id: randomUUID(),
          fullName: 'Lý Thị Mai',
          username: 'lythimai',
          email: 'mai@example.vn',
          roles: ['unit-admin'],
          agencyId,
        },
        unitAdmin.now(),
      )
    })
    const found = { cause: 'detected-risk' as const, accountId, reason: 'Đăng nhập bất thường' }
    const { requestId } = await lockAtOnce(manager, found)
    expect((await who()).kind).toBe('visitor')
    expect(await line(requestId)).toMatchObject({ notice: { via: 'email', at: '2026-03-02T09:00:00+07:00' } })
    const [letter] = await db.read(office.tenant, (tx) => lettersAbout(tx, `account-request ${requestId}`))
    expect(letter!.body).toContain('Đăng nhập bất thường')
    expect(await refusal(lockAtOnce(manager, found))).toBe('account-step-not-allowed')
  })

  test('nobody locks the own account, and none of another agency is asked about', async () => {
    const { office, admin, stranger, manager } = await house()
    const { username } = await working(office, manager, admin)
    const own = (manager.actor as { accountId: string }).accountId
    const found = { cause: 'detected-risk' as const, accountId: own, reason: 'Thử' }
    expect(await refusal(lockAtOnce(manager, found))).toBe('account-own')
    const wanted = {
      task: 'revoke' as const,
      usernames: [username],
      reason: 'x',
      at: '2026-03-05T09:00:00+07:00',
    }
    expect(await refusal(requestAccounts(stranger, { wanted }))).toBe('account-not-here')
  })
})

describe('coming back and ending', () => {
  async function locked() {
    const all = await house('tuyen-quang', { at: '2025-12-22T15:00:00+07:00' })
    const officer = await working(all.office, all.manager, all.admin)
    const reason = 'Đăng nhập bất thường'
    await lockAtOnce(all.manager, { cause: 'detected-risk', accountId: officer.accountId, reason })
    const ask = async (at: string) => {
      const wanted = { task: 'activate' as const, usernames: [officer.username], reason: 'Đã đổi máy', at }
      const { id } = await requestAccounts(all.admin, { wanted, papers: [form('form-three')] })
      return confirmAccountRequest(all.manager, { requestId: id })
    }
    return { ...all, ...officer, ask }
  }

  test('TQ25-9.1c.3: asked for less than a working day ahead, an account comes back a working day after receipt', async () => {
    const { ask, office, round, signIn } = await locked()
    expect(await ask('2025-12-23T10:00:00+07:00')).toEqual({ effectAt: '2025-12-23T15:00:00+07:00' })
    office.at('2025-12-23T14:59:00+07:00')
    await round()
    expect(await refusal(signIn())).toBe('account-locked')
    office.at('2025-12-23T15:00:00+07:00')
    await round()
    expect(await signIn()).toHaveProperty('session')
  })

  test('TQ25-9.1c.2: asked for later, an account comes back at the moment asked for', async () => {
    const { ask } = await locked()
    expect(await ask('2025-12-24T10:00:00+07:00')).toEqual({ effectAt: '2025-12-24T10:00:00+07:00' })
  })

  test('TQ25-9.1d, TQ25-9.1d.2: a revocation is due in two working days, ends the account for good, and is told by a list', async () => {
    const { office, admin, manager, line } = await house()
    const { username, accountId, who, signIn } = await working(office, manager, admin)
    const at = '2026-03-02T08:00:00+07:00'
    const wanted = { task: 'revoke' as const, usernames: [username], reason: 'Nghỉ hưu', at }
    const { id } = await requestAccounts(admin, { wanted, papers: [form('form-four')] })
    expect(await line(id)).toMatchObject({
      clock: { dueAt: '2026-03-04T17:00:00+07:00' },
      noticeForm: 'written-list',
    })
    await confirmAccountRequest(manager, { requestId: id })
    expect((await who()).kind).toBe('visitor')
    expect(await refusal(signIn())).toBe('account-locked')
    expect(await line(id)).toMatchObject({ stage: 'done', outcomes: [{ username, granted: true }] })
    const again = { task: 'activate' as const, usernames: [username], reason: 'x', at }
    expect(await refusal(requestAccounts(admin, { wanted: again }))).toBe('account-not-here')
    const { deeds, state } = await getStaffAccount(manager, { accountId })
    expect(state).toBe('revoked')
    expect(deeds[0]).toMatchObject({ deed: 'revoked', reason: 'Nghỉ hưu', requestId: id })
  })

  test('a request is turned away with a reason, and by somebody else', async () => {
    const { admin, manager, line } = await house()
    const { id } = await create(admin, [duc], [])
    await expect(refuseAccountRequest(manager, { requestId: id, reason: ' ' })).rejects.toThrow()
    await refuseAccountRequest(manager, { requestId: id, reason: 'Trùng với đề nghị trước' })
    expect(await line(id)).toMatchObject({ stage: 'refused', overdue: false })
  })
})

test('the admin of a unit sees the accounts and requests of the unit, the managers those of all', async () => {
  const { office, admin, stranger, manager, line } = await house()
  const { accountId } = await working(office, manager, admin)
  const { id } = await create(admin, [ha])
  const names = async (context: Context) => (await listStaffAccounts(context, {})).map((one) => one.accountId)
  expect(await names(admin)).toContain(accountId)
  expect(await names(stranger)).not.toContain(accountId)
  expect(await names(manager)).toContain(accountId)
  expect((await listAccountRequests(admin, {})).map((one) => one.id)).toEqual([id])
  expect(await listAccountRequests(stranger, {})).toEqual([])
  await expect(getStaffAccount(stranger, { accountId })).rejects.toThrow(/not found/)
  await expect(getAccountRequestLine(stranger, { requestId: id })).rejects.toThrow(/not found/)
  expect(await line(id)).toHaveProperty('id', id)
  await expect(listStaffAccounts(await office.staff('ttpvhcc'), {})).rejects.toThrow(/not allowed/)
})

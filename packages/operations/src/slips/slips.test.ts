import { readsOf } from '@motcua/db'
import { NotFound, type SlipDocument, type SlipKind } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { requestCompletion } from '../completion/request-completion.ts'
import { requestSupplement } from '../completion/request-supplement.ts'
import { withdrawOwn } from '../ending/withdraw-own.ts'
import { accept } from '../intake/accept.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import { issueApology } from '../lateness/issue-apology.ts'
import type { Context } from '../operation.ts'
import { recordResult } from '../returning/record-result.ts'
import { fileDossier, handIn, openOffices, type Province, type TestOffice } from '../testing.ts'
import { dossierRegister } from './dossier-register.ts'
import { publishedSlip } from './published-slip.ts'
import { getSlip, listSlips } from './read-slips.ts'

const { open } = await openOffices()

/** Đăng ký thường trú: seven working days. */
const residence = '1.004222'
const ward = 'ubnd-phuong-1-tan-an'

const items = [
  {
    kind: 'paper' as const,
    ref: 'p1',
    label: 'Tờ khai',
    reason: 'Thiếu chữ ký',
    basis: 'Điều 21 Luật Cư trú',
  },
]

async function longAn(at = '2020-03-02T09:00:00+07:00') {
  const office = await open('long-an', { at })
  const citizen = await office.citizen()
  const officer = await office.staff(ward)
  const file = async () => (await fileDossier(citizen, residence, { agencyId: ward })).dossierId
  return { office, citizen, officer, file }
}

const factsOf = (slip: SlipDocument): Record<string, string> =>
  Object.fromEntries(
    slip.blocks.flatMap((block) =>
      block.is === 'facts' ? block.facts.map(({ label, value }) => [label, value]) : [],
    ),
  )
const tableOf = (slip: SlipDocument) => slip.blocks.find((block) => block.is === 'table')
const wordsOf = (slip: SlipDocument): string => JSON.stringify(slip)

describe('the receipt', () => {
  test('LA19-9.2: is there for its applicant on the portal as soon as the dossier is accepted', async () => {
    const { citizen, officer, file } = await longAn()
    const dossierId = await file()
    expect(await listSlips(citizen, { dossierId })).toEqual([])
    const { code } = await accept(officer, { dossierId })
    expect(await listSlips(citizen, { dossierId })).toEqual([
      {
        ref: 'receipt',
        kind: 'receipt',
        title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
        number: `Mã hồ sơ: ${code}`,
        at: '2020-03-02T09:00:00+07:00',
      },
    ])
  })

  test('LA19-14.2: carries a QR code that leads to the look-up', async () => {
    const { office, citizen, officer, file } = await longAn()
    const dossierId = await file()
    const { code } = await accept(officer, { dossierId })
    const { lookup } = await getSlip(citizen, { dossierId, slip: 'receipt' })
    expect(lookup).toMatchObject({ qr: true, url: `http://${office.tenant}.localhost/look-up/${code}` })
  })

  test.each<[Province, string]>([
    ['tuyen-quang', 'TQ19-12.4c, TQ25-27.2'],
    ['phu-tho', 'PT20-16.3'],
  ])('in %s, %s: the dossier code is printed on it', async (province) => {
    const office = await open(province, { at: '2021-03-01T09:00:00+07:00' })
    const { officer, code, dossierId } = await accepted(office)
    const slip = await getSlip(officer, { dossierId, slip: 'receipt' })
    expect(slip.head.number).toBe(`Mã hồ sơ: ${code}`)
  })

  test('TT 01/2018, form 01: says who, what, which papers, from when, until when and where', async () => {
    const { citizen, officer, file } = await longAn()
    const dossierId = await file()
    await accept(officer, { dossierId })
    const slip = await getSlip(citizen, { dossierId, slip: 'receipt' })
    expect(slip).toMatchObject({ paper: 'A5', form: 'Mẫu số 01 · Thông tư 01/2018/TT-VPCP' })
    expect(factsOf(slip)).toMatchObject({
      'Tiếp nhận hồ sơ của': 'Trần Thị Đan',
      'Nội dung yêu cầu giải quyết': 'Đăng ký thường trú (1.004222)',
      'Thời hạn theo quy định': '7 ngày làm việc',
      'Thời gian nhận hồ sơ': '09:00 thứ Hai, 02/03/2020',
      'Thời gian trả kết quả': '17:00 thứ Tư, 11/03/2020',
    })
    expect(tableOf(slip)?.rows).toHaveLength(1)
  })

  test('keeps saying what it said after the promise was moved', async () => {
    const { office, citizen, officer, file } = await longAn()
    const dossierId = await file()
    await accept(officer, { dossierId })
    office.at('2020-03-09T09:00:00+07:00')
    await apologise(office, dossierId, { newDueOn: '2020-03-13' })
    const slip = await getSlip(citizen, { dossierId, slip: 'receipt' })
    expect(factsOf(slip)['Thời gian trả kết quả']).toBe('17:00 thứ Tư, 11/03/2020')
  })
})

describe('requests and refusals', () => {
  test('HN19-8.2: the request says what is missing, why, and how to complete it, on form 02', async () => {
    const office = await open('ha-nam', { at: '2020-03-02T09:00:00+07:00' })
    const { officer, dossierId } = await handIn(office, residence)
    await requestCompletion(officer, { dossierId, items })
    const slip = await latest(officer, dossierId, 'completion-request')
    expect(tableOf(slip)?.rows).toEqual([['1', 'Tờ khai', 'Thiếu chữ ký', 'Điều 21 Luật Cư trú']])
    expect(factsOf(slip)['Hướng dẫn thực hiện']).toContain('Nộp bổ sung')
    expect(slip).toMatchObject({
      form: 'Mẫu số 02 · Thông tư 01/2018/TT-VPCP',
      head: { number: 'Số: 01/PYCBS' },
    })
  })

  test('PT20-10.1a: the request stands on the system’s template with its reason', async () => {
    const office = await open('phu-tho', { at: '2021-03-01T09:00:00+07:00' })
    const { officer, dossierId } = await handIn(office, residence)
    await requestCompletion(officer, { dossierId, items })
    const slip = await latest(officer, dossierId, 'completion-request')
    expect(tableOf(slip)?.columns.map(({ label }) => label)).toContain('Lý do')
    expect(tableOf(slip)?.rows[0]).toContain('Thiếu chữ ký')
  })

  test('PT20-10.1c, HN19-9.2: a refusal states its reason on form 03', async () => {
    const office = await open('phu-tho', { at: '2021-03-01T09:00:00+07:00' })
    const { officer, dossierId } = await handIn(office, residence)
    await refuseIntake(officer, { dossierId, reason: 'Không thuộc thẩm quyền', basis: 'Điều 13' })
    const slip = await latest(officer, dossierId, 'refusal')
    expect(slip.form).toBe('Mẫu số 03 · Thông tư 01/2018/TT-VPCP')
    expect(slip.blocks).toContainEqual({ is: 'text', text: 'Không thuộc thẩm quyền', tone: 'strong' })
  })

  test('ND61-19.8: a dossier that does not meet the conditions is refused on the same form within its time', async () => {
    const { officer, file } = await longAn()
    const dossierId = await file()
    await accept(officer, { dossierId })
    await recordResult(officer, { dossierId, outcome: 'rejected', note: 'Chưa đủ điều kiện về chỗ ở' })
    const slip = await latest(officer, dossierId, 'refusal')
    expect(wordsOf(slip)).toContain('Chưa đủ điều kiện về chỗ ở')
  })

  test('a supplement after acceptance says what the waiting does to the promised date', async () => {
    const { office, citizen, officer, file } = await longAn()
    const dossierId = await file()
    await accept(officer, { dossierId })
    office.at('2020-03-03T09:00:00+07:00')
    await requestSupplement(await office.staff(ward, 'specialist'), { dossierId, items })
    const slip = await latest(citizen, dossierId, 'completion-request')
    expect(factsOf(slip)['Thời gian giải quyết']).toContain('Tính lại từ đầu')
  })

  test('slips of a body are numbered in a row, each kind in a book of its own', async () => {
    const { officer, file } = await longAn()
    const numbers: (string | undefined)[] = []
    for (let i = 0; i < 2; i++) {
      const dossierId = await file()
      await requestCompletion(officer, { dossierId, items })
      await refuseIntake(officer, { dossierId, reason: 'Không thuộc thẩm quyền', basis: 'Điều 13' })
      numbers.push(...(await listSlips(officer, { dossierId })).map(({ number }) => number))
    }
    expect(numbers).toEqual(['Số: 01/PYCBS', 'Số: 01/PTC', 'Số: 02/PYCBS', 'Số: 02/PTC'])
  })
})

describe('the apology', () => {
  test('TQ25-25.2a.2: says applicant, kind of dossier, number of the receipt, status and reason, on the extension form', async () => {
    const office = await open('tuyen-quang', { at: '2026-01-05T09:00:00+07:00' })
    const { officer, agencyId, dossierId, code } = await accepted(office)
    office.at('2026-01-12T09:00:00+07:00')
    await issueApology(await office.staff(agencyId, 'one-stop-head'), {
      dossierId,
      fault: 'agency',
      reason: 'Chờ xác minh nơi ở',
    })
    const document = await latest(officer, dossierId, 'apology')
    expect(document).toMatchObject({
      title: 'Phiếu đề nghị gia hạn thời gian giải quyết hồ sơ',
      form: 'Mẫu số 04 · Thông tư 03/2025/TT-VPCP',
      addressee: 'Hoàng Văn Páo',
    })
    const said = wordsOf(document)
    for (const part of [
      'Hoàng Văn Páo',
      'Đăng ký thường trú',
      code,
      'Tình trạng giải quyết',
      'Chờ xác minh nơi ở',
    ])
      expect(said).toContain(part)
  })

  test('LA19-11.3, AMB-41: everybody reads the published slip, whole but without number, address and full name', async () => {
    const { office, officer, file } = await longAn()
    const dossierId = await file()
    const { code } = await accept(officer, { dossierId })
    office.at('2020-03-09T09:00:00+07:00')
    await apologise(office, dossierId, { newDueOn: '2020-03-13' })
    const at = '2020-03-09T09:00:00+07:00'
    const slip = await publishedSlip(await office.visitor(), { code, at })
    expect(slip).toMatchObject({ kind: 'apology', addressee: 'Trần T*** Đ***' })
    expect(wordsOf(slip)).toContain('17:00 thứ Sáu, 13/03/2020')
    for (const secret of ['Trần Thị Đan', '080185000123', '0901234567', 'dan@example.vn'])
      expect(wordsOf(slip)).not.toContain(secret)
  })

  test('a slip the regulation does not publish is nobody else’s to read', async () => {
    const office = await open('phu-tho', { at: '2021-03-01T09:00:00+07:00' })
    const { officer, agencyId, dossierId, code } = await accepted(office)
    office.at('2021-03-08T09:00:00+07:00')
    await issueApology(await office.staff(agencyId, 'one-stop-head'), {
      dossierId,
      fault: 'agency',
      reason: 'Chờ xác minh',
    })
    const asked = publishedSlip(await office.visitor(), { code, at: '2021-03-08T09:00:00+07:00' })
    await expect(asked).rejects.toThrow(NotFound)
  })
})

test('ND118-21: an applicant who stops the dossier has the notice, form 05, with the reason', async () => {
  const { citizen, officer, file } = await longAn('2026-03-02T09:00:00+07:00')
  const dossierId = await file()
  await accept(officer, { dossierId })
  await withdrawOwn(citizen, { dossierId, reason: 'Không còn nhu cầu' })
  const slip = await latest(citizen, dossierId, 'stop-notice')
  expect(slip).toMatchObject({ form: 'Mẫu số 05 · Thông tư 03/2025/TT-VPCP', head: { number: 'Số: 01/TB' } })
  expect(factsOf(slip)).toMatchObject({ 'Lý do': 'Không còn nhu cầu' })
})

test('PT20-10.2: the control sheet shows from hand to hand how the dossier went and how the time was kept', async () => {
  const office = await open('phu-tho', { at: '2021-03-01T09:00:00+07:00' })
  const { officer, dossierId } = await accepted(office)
  office.at('2021-03-03T10:00:00+07:00')
  await recordResult(officer, { dossierId, outcome: 'granted' })
  const slip = await getSlip(officer, { dossierId, slip: 'control-sheet' })
  const rows = tableOf(slip)!.rows.map((row) => row.join(' | '))
  expect(rows[0]).toMatch(/^1 \| Người nộp hồ sơ \| Bộ phận Tiếp nhận và Trả kết quả \| 09:00 01\/03\/2021/)
  expect(rows.at(-1)).toMatch(/10:00 03\/03\/2021 \| (Trước|Đúng) hạn/)
})

describe('the register', () => {
  test('TT 01/2018, form 06: lists what a body took in on these days, with its three dates', async () => {
    const { office, officer, file } = await longAn()
    const { code } = await accept(officer, { dossierId: await file() })
    office.at('2020-03-05T09:00:00+07:00')
    await accept(officer, { dossierId: await file() })
    const first = await dossierRegister(officer, { from: '2020-03-02', to: '2020-03-04' })
    expect(first).toMatchObject({ paper: 'A4-landscape', form: 'Mẫu số 06 · Thông tư 01/2018/TT-VPCP' })
    expect(tableOf(first)?.rows.map((row) => row[1])).toEqual([code])
    expect(tableOf(first)?.rows[0]).toContain('17:00 11/03/2020')
    expect(tableOf(await dossierRegister(officer, {}))?.rows).toHaveLength(1)
    const reads = await office.db.read(office.tenant, (tx) => readsOf(tx, 'register', ward))
    expect(reads.map(({ why }) => why)).toContain('slips.register 2020-03-02 2020-03-04')
  })

  test('another body’s register is not opened, nor one of more than 31 days', async () => {
    const { officer } = await longAn()
    const other = { agencyId: 'ubnd-phuong-2-tan-an', from: '2020-03-02', to: '2020-03-02' }
    await expect(dossierRegister(officer, other)).rejects.toThrow('slip:register')
    await expect(dossierRegister(officer, { from: '2020-03-02', to: '2020-04-02' })).rejects.toThrow(
      '31 days',
    )
  })
})

test('slips are read by the applicant and the body’s staff alone, those of the office by its staff alone, and it is logged', async () => {
  const { office, citizen, officer, file } = await longAn()
  const dossierId = await file()
  await accept(officer, { dossierId })
  for (const stranger of [await office.citizen(), await office.staff('ubnd-phuong-2-tan-an')]) {
    await expect(listSlips(stranger, { dossierId })).rejects.toThrow(NotFound)
    await expect(getSlip(stranger, { dossierId, slip: 'receipt' })).rejects.toThrow(NotFound)
  }
  await expect(getSlip(citizen, { dossierId, slip: 'control-sheet' })).rejects.toThrow(NotFound)
  expect((await listSlips(officer, { dossierId })).map(({ ref }) => ref)).toEqual([
    'receipt',
    'control-sheet',
  ])
  const reads = await office.db.read(office.tenant, (tx) => readsOf(tx, 'dossier', dossierId))
  expect(reads[0]).toMatchObject({ actorKind: 'staff', why: 'slips.list' })
})

/** The latest slip of a kind. */
async function latest(reader: Context, dossierId: string, kind: SlipKind): Promise<SlipDocument> {
  const found = (await listSlips(reader, { dossierId })).filter((slip) => slip.kind === kind)
  return getSlip(reader, { dossierId, slip: found.at(-1)?.ref ?? kind })
}

async function apologise(office: TestOffice, dossierId: string, { newDueOn }: { newDueOn?: string } = {}) {
  const head = await office.staff(ward, 'one-stop-head')
  const reason = 'Chờ xác minh nơi ở'
  await issueApology(head, { dossierId, fault: 'agency', reason, ...(newDueOn && { newDueOn }) })
}

/** A dossier handed in at the counter of the first body that receives it, and accepted. */
async function accepted(office: TestOffice) {
  const taken = await handIn(office, residence)
  return { ...taken, ...(await accept(taken.officer, { dossierId: taken.dossierId })) }
}

import { TooManyAttempts } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { enterAtCounter } from '../intake/enter-at-counter.ts'
import { openOffices, type Province, type TestOffice } from '../testing.ts'
import { fileDossier } from '../testing-journey.ts'
import { lookUp } from './look-up.ts'
import { recordResult } from '../returning/record-result.ts'

/** Đăng ký khai sinh. */
const birth = '1.001193'

const { open } = await openOffices()

async function accepted(province: Province, at = '2026-03-02T09:00:00+07:00') {
  const office = await open(province, { at })
  const { tenant } = await office.visitor()
  const agencyId = tenant.procedures.get(birth)!.agencies[0]!.id
  const officer = await office.staff(agencyId)
  const { dossierId } = await fileDossier(await office.citizen(), birth, { agencyId })
  const { code } = await accept(officer, { dossierId })
  return { office, officer, dossierId, code }
}

const keysOf = async (office: TestOffice, code: string): Promise<string[]> =>
  (await lookUp(await office.visitor(), { code }))!.fields.map(({ key }) => key)

describe('a look-up shows what the province’s article lists, in its order, and nothing else', () => {
  test('LA19-15.2: code, applicant, field and procedure, days received and due, status', async () => {
    const { office, code } = await accepted('long-an')
    const found = await lookUp(await office.visitor(), { code })
    expect(found!.fields).toEqual([
      { key: 'code', text: code },
      { key: 'applicant-name', text: 'Trần T*** Đ***' },
      { key: 'field', text: 'Hộ tịch' },
      { key: 'procedure', text: expect.stringContaining('khai sinh') },
      { key: 'accepted-at', at: '2026-03-02T09:00:00+07:00' },
      { key: 'due-at', at: '2026-03-02T17:00:00+07:00' },
      { key: 'status', phase: 'processing' },
    ])
    expect(found!.basis).toContainEqual(expect.objectContaining({ article: '15', clause: '2' }))
    expect(found!.clock?.dueAt).toBe('2026-03-02T17:00:00+07:00')
  })

  test('HN19-12.3: nine fields, from the code to the status', async () => {
    const { office, code } = await accepted('ha-nam')
    expect(await keysOf(office, code)).toEqual([
      'code',
      'procedure',
      'applicant-name',
      'organisation',
      'submitted-at',
      'accepted-at',
      'due-at',
      'result-at',
      'status',
    ])
  })

  test('PT20-16.2: the status, as no list is given; the due day and its reason stay out', async () => {
    const { office, code } = await accepted('phu-tho')
    const found = await lookUp(await office.visitor(), { code })
    expect(found!.fields.map(({ key }) => key)).toEqual(['status'])
    expect(found!.clock).toBeUndefined()
  })

  test('TQ19-12.4b until December 2025, TQ25-30.1 since: status then, full progress now', async () => {
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const { tenant } = await office.visitor()
    const { agencies, procedure } = tenant.procedures.get(birth)!
    const { dossierId } = await enterAtCounter(await office.staff(agencies[0]!.id), {
      key: crypto.randomUUID(),
      procedureCode: birth,
      caseId: procedure.cases[0]!.id,
      agencyId: agencies[0]!.id,
      applicant: { fullName: 'Hoàng Văn Páo', citizenId: '008085000999' },
      handedIn: procedure.papers.map(({ id }) => id),
      returnChannel: 'counter',
    })
    const { code } = await accept(await office.staff(agencies[0]!.id), { dossierId })
    expect(await keysOf(office, code)).toContain('progress')
    office.at('2025-12-14T09:00:00+07:00')
    expect(await keysOf(office, code)).toEqual(['status'])
  })
})

describe('a look-up says whether the office is in time', () => {
  test('LA19-14.4d: running on the due day, overdue from the day after', async () => {
    const { office, code } = await accepted('long-an')
    const word = async () => (await lookUp(await office.visitor(), { code }))!.timeliness?.word
    office.at('2026-03-02T23:00:00+07:00')
    expect(await word()).toBe('running')
    office.at('2026-03-03T00:00:00+07:00')
    expect(await word()).toBe('overdue')
  })

  test('LA19-14.4: once there is a result, how that was', async () => {
    const { office, officer, dossierId, code } = await accepted('long-an')
    office.at('2026-03-04T10:00:00+07:00')
    await recordResult(officer, { dossierId, outcome: 'granted' })
    const found = await lookUp(await office.visitor(), { code })
    expect(found!.timeliness).toMatchObject({
      word: 'late',
      basis: [expect.objectContaining({ article: '14' })],
    })
  })
})

describe('a code is all it takes, and it gives nothing more', () => {
  test('a code of nobody, of another province and nonsense give the same answer', async () => {
    const { code } = await accepted('long-an')
    const other = await open('ha-nam')
    const answers = [code, 'H99.99.99-260302-0001', '%', "' or 1=1 --", ''].map(async (asked) =>
      lookUp(await other.visitor(), { code: asked }),
    )
    expect(await Promise.all(answers)).toEqual([null, null, null, null, null])
  })

  test('it is read as people type it', async () => {
    const { office, code } = await accepted('long-an')
    expect(await lookUp(await office.visitor(), { code: ` ${code.toLowerCase()} ` })).not.toBeNull()
  })

  test('AMB-20: before it has a code a dossier is found by its submission number', async () => {
    const office = await open('long-an')
    const { submissionNo } = await fileDossier(await office.citizen(), birth)
    const found = await lookUp(await office.visitor(), { code: submissionNo })
    expect(found).toMatchObject({ timeliness: null })
    expect(found!.fields).toContainEqual({ key: 'status', phase: 'submitted' })
  })

  test('who tries too many codes must wait; others need not', async () => {
    const { office, code } = await accepted('long-an')
    const guesser = await office.visitor('203.0.113.66')
    for (let i = 0; i < 30; i++) await lookUp(guesser, { code: `H39.21.01-260302-${i}` })
    const error = await lookUp(guesser, { code }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TooManyAttempts)
    expect((error as TooManyAttempts).retryAfterSeconds).toBeGreaterThan(0)
    expect(await lookUp(await office.visitor('203.0.113.67'), { code })).not.toBeNull()
    office.at('2026-03-02T09:05:00+07:00')
    expect(await lookUp(guesser, { code })).not.toBeNull()
  })
})

import { lettersAbout } from '@motcua/db'
import { Conflict, Forbidden, NotFound, Refused, type ProcedureContent } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { runChores } from '../chores/run-chores.ts'
import type { Context } from '../operation.ts'
import { openOffices, type Province, type TestOffice } from '../testing.ts'
import { catalogueCoverage } from './catalogue-coverage.ts'
import { getProcedure } from './get-procedure.ts'
import { compareProcedures, getProcedureDraft, listProcedureDrafts } from './get-version.ts'
import { importProcedures } from './import-procedures.ts'
import { listCatalogue } from './list-catalogue.ts'
import {
  appraiseProcedure,
  dropProcedure,
  proposeProcedure,
  publishProcedure,
  returnProcedure,
} from './move-procedure.ts'
import { procedureChanges } from './procedure-changes.ts'
import { draftProcedureVersion, saveForm, saveProcedure } from './save-procedure.ts'

const { db, worker, open } = await openOffices()
const code = '1.001193'

/** An office with somebody who draws up procedures and somebody who appraises them. */
async function desk(province: Province, at: string) {
  const office = await open(province, { at })
  const body = [...(await office.visitor()).tenant.agencies.keys()][0]!
  const editor = await office.staff(body, 'catalogue-editor')
  const appraiser = await office.staff(body, 'catalogue-appraiser')
  return { office, editor, appraiser }
}

const decision = {
  number: '163/QĐ-UBND',
  signedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
  issuedOn: '2019-08-15',
  effectiveOn: '2019-08-15',
  receivedAt: '2019-08-20T09:00:00+07:00',
}

const read = async (context: Context, version: number) =>
  getProcedureDraft(context, { code, version }).then(({ revision }) => ({ code, version, revision }))

/** A draft that changes the fee's wording. */
async function drafted(editor: Context, fee = 'Miễn lệ phí') {
  const { version } = await draftProcedureVersion(editor, { code, reason: 'Quyết định mới' })
  const { content } = await getProcedureDraft(editor, { code, version })
  const { form: _, ...rest } = content
  const said = { ...rest, procedure: { ...rest.procedure, fee } }
  await saveProcedure(editor, { ...(await read(editor, version)), content: said })
  return version
}

async function propose(editor: Context, version: number, more: object = {}) {
  const consultation = 'Xã, phường nhất trí'
  await proposeProcedure(editor, { ...(await read(editor, version)), decision, consultation, ...more })
}

const refusal = async (deed: Promise<unknown>) => {
  const error = await deed.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}

/** The same person, with the province as it is declared now. */
async function again(office: TestOffice, context: Context): Promise<Context> {
  return { ...context, tenant: (await office.visitor()).tenant, now: context.now }
}

async function round(office: TestOffice) {
  const { now, portalOf } = await office.visitor()
  const nowhere = async () => {}
  const senders = { email: nowhere, sms: nowhere, zalo: nowhere }
  await runChores(
    { db, worker, now, senders, log: () => {}, portalUrl: portalOf, tenants: office.tenants },
    { limit: 100 },
  )
}

describe('Tuyên Quang 2019', () => {
  const at = '2019-08-20T09:00:00+07:00'

  test('TQ19-11.2a: a registered procedure is appraised within 7 working days, TQ19-11.2b: then posted within 10', async () => {
    const { office, editor, appraiser } = await desk('tuyen-quang', at)
    const version = await drafted(editor)
    await propose(editor, version)
    const proposed = await getProcedureDraft(editor, { code, version })
    expect(proposed.duty).toMatchObject({ kind: 'appraise', isLate: false })
    expect(proposed.clocks.appraisal?.dueAt).toBe('2019-08-29T17:00:00+07:00')
    expect(proposed.clocks.publish).toBeUndefined()

    office.at('2019-08-29T09:00:00+07:00')
    await appraiseProcedure(appraiser, { ...(await read(editor, version)), finding: 'Đạt yêu cầu' })
    const appraised = await getProcedureDraft(editor, { code, version })
    expect(appraised.clocks.publish?.dueAt).toBe('2019-09-13T17:00:00+07:00')
    expect(appraised.clocks.publish?.why.basis[0]).toMatchObject({ article: '11', clause: '2', point: 'b' })
    expect(appraised.duty?.kind).toBe('publish')

    expect((await getProcedure(await office.visitor(), { code })).fee).not.toBe('Miễn lệ phí')
    await publishProcedure(editor, await read(editor, version))
    expect((await getProcedure(await office.visitor(), { code })).fee).toBe('Miễn lệ phí')
    const line = (await listCatalogue(await again(office, editor), {})).lines.find((one) => one.code === code)
    expect(line).toMatchObject({ published: 2 })
    expect(line!.coming).toBeUndefined()
  })

  test('TQ19-11.2b: nothing is posted that was not appraised', async () => {
    const { editor } = await desk('tuyen-quang', at)
    const version = await drafted(editor)
    await propose(editor, version)
    const deed = publishProcedure(editor, await read(editor, version))
    expect(await refusal(deed)).toMatchObject({ code: 'procedure-out-of-turn', data: { stage: 'proposed' } })
  })

  test('TQ19-8.1c: the service bears the name of the decision', async () => {
    const { editor } = await desk('tuyen-quang', at)
    const version = await drafted(editor)
    const other = propose(editor, version, { decision: { ...decision, announcedName: 'Khai sinh' } })
    expect(await refusal(other)).toMatchObject({
      code: 'procedure-unsound',
      data: { faults: [{ code: 'name-differs', announced: 'Khai sinh' }] },
    })
    const { content } = await getProcedureDraft(editor, { code, version })
    const announcedName = `  ${content.procedure.name.toUpperCase()} `
    await propose(editor, version, { decision: { ...decision, announcedName } })
  })

  test('TQ19-8.1b: what the page has to say may not be missing', async () => {
    const { editor } = await desk('tuyen-quang', at)
    const version = await drafted(editor, ' ')
    expect((await refusal(propose(editor, version))).data!['faults']).toEqual([
      { code: 'field-missing', field: 'fees' },
      { code: 'field-missing', field: 'charges' },
    ])
  })

  test('what is not done in time is told to the office, the day before and when it is late', async () => {
    const { office, editor } = await desk('tuyen-quang', at)
    const version = await drafted(editor)
    await propose(editor, version)
    const letters = async () =>
      (await db.read(office.tenant, (tx) => lettersAbout(tx, `procedure ${code}/${version}`))).map(
        ({ subject }) => subject,
      )
    await round(office)
    expect(await letters()).toEqual([])
    office.at('2019-08-28T17:00:01+07:00')
    await round(office)
    expect(await letters()).toEqual([`Sắp đến hạn thẩm định thủ tục ${code}`])
    office.at('2019-08-29T17:02:00+07:00')
    await round(office)
    await round(office)
    expect((await letters()).toSorted()).toEqual([
      `Quá hạn thẩm định thủ tục ${code}`,
      `Sắp đến hạn thẩm định thủ tục ${code}`,
    ])
    expect((await getProcedureDraft(editor, { code, version })).duty?.isLate).toBe(true)
  })
})

describe('Long An', () => {
  const ahead = { ...decision, effectiveOn: '2019-09-16' }

  test('LA19-5.2.2: information is there on the day the decision takes effect, and not before', async () => {
    const { office, editor, appraiser } = await desk('long-an', '2019-08-20T09:00:00+07:00')
    const version = await drafted(editor)
    await propose(editor, version, { decision: ahead })
    const { clocks } = await getProcedureDraft(editor, { code, version })
    expect(clocks.publish?.dueAt).toBe('2019-09-16T00:00:00+07:00')
    expect(clocks.appraisal).toBeUndefined()
    await appraiseProcedure(appraiser, { ...(await read(editor, version)), finding: 'Đạt' })
    expect(await publishProcedure(editor, await read(editor, version))).toEqual({ from: '2019-09-16' })
    await round(office)
    expect((await getProcedure(await office.visitor(), { code })).fee).not.toBe('Miễn lệ phí')
    office.at('2019-09-16T00:00:00+07:00')
    await round(office)
    expect((await getProcedure(await office.visitor(), { code })).fee).toBe('Miễn lệ phí')
    const { versions, since } = await procedureChanges(await office.visitor(), { code })
    expect(since).toBe('2019-09-16T00:00:00+07:00')
    expect(versions.map((one) => [one.version, one.until, one.decision])).toEqual([
      [2, undefined, '163/QĐ-UBND'],
      [1, '2019-09-16T00:00:00+07:00', undefined],
    ])
    expect(versions[0]!.changes).toMatchObject([{ part: 'fee', after: 'Miễn lệ phí' }])
    expect(JSON.stringify(versions)).not.toContain(editor.actor.kind === 'staff' && editor.actor.fullName)
  })

  test('LA19-6.1: those who directly receive and settle it are heard first', async () => {
    const { editor } = await desk('long-an', '2019-08-20T09:00:00+07:00')
    const version = await drafted(editor)
    const unheard = proposeProcedure(editor, { ...(await read(editor, version)), decision })
    expect(await refusal(unheard)).toMatchObject({ code: 'consultation-missing' })
  })

  test('LA19-5.1: no procedure stands below level 2', async () => {
    const { editor } = await desk('long-an', '2019-08-20T09:00:00+07:00')
    const { version } = await draftProcedureVersion(editor, { code })
    const { content } = await getProcedureDraft(editor, { code, version })
    const { form: _, ...rest } = content
    await saveProcedure(editor, { ...(await read(editor, version)), content: { ...rest, level: '1' } })
    expect((await refusal(propose(editor, version))).data!['faults']).toEqual([
      { code: 'level-too-low', least: '2' },
    ])
  })
})

describe('Phú Thọ', () => {
  test('PT20-6.2a: posted within 5 working days of receipt, PT20-22.3: warned from the day of issue', async () => {
    const { editor } = await desk('phu-tho', '2021-02-05T09:00:00+07:00')
    const version = await drafted(editor)
    const of = {
      ...decision,
      issuedOn: '2021-02-03',
      effectiveOn: '2021-02-03',
      receivedAt: '2021-02-05T09:00:00+07:00',
    }
    await propose(editor, version, { decision: of })
    const { clocks } = await getProcedureDraft(editor, { code, version })
    // Tết Tân Sửu lies between.
    expect(clocks.publish?.dueAt).toBe('2021-02-19T17:00:00+07:00')
    expect(clocks.warning?.dueAt).toBe('2021-02-17T17:00:00+07:00')
  })

  test('PT20-25.2: the report says how many procedures are there, and which stand too low', async () => {
    const { editor } = await desk('phu-tho', '2021-02-05T09:00:00+07:00')
    const report = await catalogueCoverage(editor, {})
    expect(report.law.coverage.answer).toBe('all-procedures')
    expect(report.law.least.answer).toBe('2')
    expect(report).toMatchObject({ publishedShare: 100, belowLeast: [], waiting: [] })
    expect(report.total).toBe(editor.tenant.procedures.size)
    expect(report.levels.reduce((sum, { count }) => sum + count, 0)).toBe(report.total)
  })
})

test('TQ25-29.1d, AMB-39: where the law says promptly and no number of days, no day is invented', async () => {
  const { editor } = await desk('tuyen-quang', '2026-03-02T09:00:00+07:00')
  const version = await drafted(editor)
  const now = { issuedOn: '2026-02-27', effectiveOn: '2026-03-01', receivedAt: '2026-03-02T08:00:00+07:00' }
  await propose(editor, version, { decision: { ...decision, ...now } })
  const { clocks, duty, law } = await getProcedureDraft(editor, { code, version })
  expect(clocks).toEqual({})
  expect(duty).toEqual({ kind: 'appraise', isLate: false })
  expect(law.updateManner.answer).toBe('prompt')
})

describe('who may', () => {
  const at = '2026-03-02T09:00:00+07:00'

  test('nobody appraises what he drew up himself', async () => {
    const { office, editor } = await desk('ha-nam', at)
    const version = await drafted(editor)
    await propose(editor, version)
    const both = {
      ...editor,
      actor: { ...editor.actor, roles: ['catalogue-editor', 'catalogue-appraiser'] },
    } as Context
    const self = appraiseProcedure(both, { ...(await read(editor, version)), finding: 'Tốt' })
    expect(await refusal(self)).toMatchObject({ code: 'second-person-needed' })
    const other = await office.staff('ttpvhcc', 'catalogue-appraiser')
    await appraiseProcedure(other, { ...(await read(editor, version)), finding: 'Tốt' })
  })

  test('an appraiser publishes nothing, an officer sees nothing of it', async () => {
    const { office, appraiser } = await desk('ha-nam', at)
    await expect(publishProcedure(appraiser, { code, version: 2, revision: 1 })).rejects.toThrow(Forbidden)
    await expect(listCatalogue(await office.staff('ttpvhcc'), {})).rejects.toThrow(Forbidden)
  })

  test('another province learns nothing of a draft', async () => {
    const { editor } = await desk('ha-nam', at)
    const version = await drafted(editor)
    const { editor: stranger } = await desk('ha-nam', at)
    await expect(getProcedureDraft(stranger, { code, version })).rejects.toThrow(NotFound)
    expect((await listCatalogue(stranger, {})).lines.every(({ coming }) => !coming)).toBe(true)
  })
})

describe('a draft', () => {
  const at = '2026-03-02T09:00:00+07:00'

  test('is given back with what to mend, and comes again', async () => {
    const { editor, appraiser } = await desk('ha-nam', at)
    const version = await drafted(editor)
    await propose(editor, version)
    await returnProcedure(appraiser, { ...(await read(editor, version)), reason: 'Thiếu căn cứ' })
    const back = await getProcedureDraft(editor, { code, version })
    expect(back).toMatchObject({ stage: 'drafted', returned: { reason: 'Thiếu căn cứ' } })
    await propose(editor, version)
    expect((await getProcedureDraft(editor, { code, version })).history.map(({ stage }) => stage)).toEqual([
      'drafted',
      'drafted',
      'proposed',
      'drafted',
      'proposed',
    ])
  })

  test('that somebody else changed is not overwritten', async () => {
    const { editor } = await desk('ha-nam', at)
    const version = await drafted(editor)
    const stale = await read(editor, version)
    await dropProcedure(editor, { ...stale, reason: 'Thôi' })
    await expect(dropProcedure(editor, { ...stale, reason: 'Thôi' })).rejects.toThrow(Conflict)
  })

  test('is the only one on its way; once given up, another may be drawn up', async () => {
    const { editor } = await desk('ha-nam', at)
    const version = await drafted(editor)
    await expect(draftProcedureVersion(editor, { code })).rejects.toThrow(Conflict)
    await dropProcedure(editor, { ...(await read(editor, version)), reason: 'Thôi' })
    expect(await draftProcedureVersion(editor, { code })).toEqual({ version: version + 1 })
  })

  test('with a form that cannot be asked is not proposed; a sound one is what the portal asks', async () => {
    const { office, editor, appraiser } = await desk('ha-nam', at)
    const version = await drafted(editor)
    const { content } = await getProcedureDraft(editor, { code, version })
    const say = (vi: string) => ({ vi, en: vi })
    const extra = (field: string) => ({
      id: 'extra',
      title: say('Thêm'),
      fields: [
        {
          id: 'found',
          kind: 'choice' as const,
          label: say('Trẻ bị bỏ rơi?'),
          choices: [
            { value: 'yes', label: say('Có') },
            { value: 'no', label: say('Không') },
          ],
        },
        {
          id: 'foundOn',
          kind: 'date' as const,
          label: say('Ngày phát hiện'),
          when: [{ field, how: 'is' as const, values: ['yes'] }],
        },
      ],
    })
    await saveForm(editor, {
      ...(await read(editor, version)),
      pages: [...content.form.pages, extra('nothing')],
    })
    expect((await refusal(propose(editor, version))).data!['faults']).toEqual([
      { code: 'form', fault: { code: 'depends-on-unknown', at: 'foundOn', field: 'nothing' } },
    ])
    await saveForm(editor, {
      ...(await read(editor, version)),
      pages: [...content.form.pages, extra('found')],
    })
    await propose(editor, version)
    await appraiseProcedure(appraiser, { ...(await read(editor, version)), finding: 'Tốt' })
    await publishProcedure(editor, await read(editor, version))
    const { form } = await getProcedure(await office.visitor(), { code })
    expect(form.id).toBe(`form-${code}`)
    expect(form.pages.at(-1)!.fields[1]!.when).toEqual([{ field: 'found', how: 'is', values: ['yes'] }])
  })

  test('that ends a procedure takes it off the portal', async () => {
    const { office, editor, appraiser } = await desk('ha-nam', at)
    const { version } = await draftProcedureVersion(editor, { code, ends: true, reason: 'Bãi bỏ' })
    await propose(editor, version)
    await appraiseProcedure(appraiser, { ...(await read(editor, version)), finding: 'Đúng' })
    await publishProcedure(editor, await read(editor, version))
    await expect(getProcedure(await office.visitor(), { code })).rejects.toThrow(NotFound)
    const { versions } = await listProcedureDrafts(await again(office, editor), { code })
    expect(versions.map(({ stage }) => stage)).toEqual(['ended', 'replaced'])
  })

  test('published at the desk outlives the folder being applied again, and a changed folder makes a version', async () => {
    const { office, editor, appraiser } = await desk('ha-nam', at)
    const version = await drafted(editor)
    await propose(editor, version)
    await appraiseProcedure(appraiser, { ...(await read(editor, version)), finding: 'Tốt' })
    await publishProcedure(editor, await read(editor, version))
    await office.reapply((folder) => folder)
    expect((await getProcedure(await office.visitor(), { code })).fee).toBe('Miễn lệ phí')
    const other = '1.000894'
    await office.reapply((folder) => ({ ...folder, manifest: { ...folder.manifest, hotline: '1900' } }))
    expect((await getProcedure(await office.visitor(), { code })).fee).toBe('Miễn lệ phí')
    const { versions } = await procedureChanges(await office.visitor(), { code: other })
    expect(versions).toEqual([])
  })

  test('a procedure that a folder changes gets a version, with what it was before', async () => {
    const { office, editor } = await desk('ha-nam', at)
    await office.reapply((folder) => ({
      ...folder,
      procedures: folder.procedures.map((one) => (one.code === code ? { ...one, fee: '8.000 đồng' } : one)),
    }))
    const { versions } = await procedureChanges(await office.visitor(), { code })
    expect(versions.map((one) => [one.version, one.changes.map(({ part, after }) => [part, after])])).toEqual(
      [
        [2, [['fee', '8.000 đồng']]],
        [1, []],
      ],
    )
    expect(await compareProcedures(await again(office, editor), { code, from: 1, to: 2 })).toHaveLength(1)
  })
})

describe('a list in the shape of procedures.json', () => {
  const at = '2026-03-02T09:00:00+07:00'
  const imported = async (editor: Context, confirm: boolean, more: readonly object[] = []) => {
    const known = [...editor.tenant.procedures.values()].map(({ procedure }) => procedure)
    const [first, second] = known as [ProcedureContent['procedure'], ProcedureContent['procedure']]
    const list = [
      { ...first, fee: '5.000 đồng' },
      second,
      {
        ...second,
        code: '9.999999',
        name: 'Thủ tục mới',
        shortName: 'Thủ tục mới',
        agencyLevels: ['Cấp Xã'],
      },
      { code: '8.0', name: 'Thiếu' },
      ...more,
    ]
    return importProcedures(editor, { text: JSON.stringify(list), confirm })
  }

  test('is shown before it is taken in; what is wrong is said row by row; nothing reaches the portal by it', async () => {
    const { office, editor } = await desk('ha-nam', at)
    const shown = await imported(editor, false)
    expect(shown.map(({ outcome, changes }) => [outcome, changes > 0])).toEqual([
      ['changed', true],
      ['same', false],
      ['new', true],
      ['unreadable', false],
    ])
    expect(shown[3]).toMatchObject({ row: 4, code: '8.0' })
    expect(shown[3]!.problems.length).toBeGreaterThan(0)
    expect((await listCatalogue(editor, {})).lines.some(({ coming }) => coming)).toBe(false)

    expect(await imported(editor, true)).toEqual(shown)
    const lines = (await listCatalogue(editor, {})).lines.filter(({ coming }) => coming)
    expect(lines.map(({ code: of, coming }) => [of, coming!.kind, coming!.version])).toContainEqual([
      '9.999999',
      'new',
      1,
    ])
    expect(lines).toHaveLength(2)
    const fresh = await getProcedureDraft(editor, { code: '9.999999', version: 1 })
    const levels = fresh.content.agencies.map((id) => editor.tenant.agencies.get(id)!.level)
    expect(new Set(levels)).toEqual(new Set(['commune']))
    expect((await imported(editor, false)).map(({ outcome }) => outcome)).toEqual([
      'on-its-way',
      'same',
      'on-its-way',
      'unreadable',
    ])
    await expect(getProcedure(await office.visitor(), { code: '9.999999' })).rejects.toThrow(NotFound)
    expect((await catalogueCoverage(editor, {})).publishedShare).toBeLessThan(100)
  })

  test('that is no list is refused', async () => {
    const { editor } = await desk('ha-nam', at)
    for (const text of ['', '{}', '[', 'code,name'])
      expect(await refusal(importProcedures(editor, { text, confirm: true }))).toEqual({
        code: 'list-unreadable',
      })
  })
})

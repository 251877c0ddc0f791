import { day } from '@motcua/calendar'
import { expect, test } from 'vitest'
import { readProvince } from '../testing.ts'
import { chooseTemplate } from './choose-template.ts'

const { templates } = (await readProvince('tuyen-quang')).slips
const form = (kind: Parameters<typeof chooseTemplate>[1]['kind'], on: string, as?: string) =>
  chooseTemplate(templates, { kind, on: day(on), ...(as && { as }) }).form

test.each([
  ['receipt', '01', '01'],
  ['completion-request', '02', '02'],
  ['refusal', '03', '03'],
  ['apology', '04', '04'],
  ['control-sheet', '05', '06'],
  ['register', '06', '07'],
] as const)('TT 01/2018 and TT 03/2025: the %s is form %s, and %s from 15/9/2025', (kind, before, after) => {
  expect(form(kind, '2025-09-14').form).toBe(`Mẫu số ${before} · Thông tư 01/2018/TT-VPCP`)
  expect(form(kind, '2025-09-15').form).toBe(`Mẫu số ${after} · Thông tư 03/2025/TT-VPCP`)
})

test('TT 03/2025: the stop notice is form 05 and stands on A4', () => {
  expect(form('stop-notice', '2026-01-05')).toMatchObject({
    form: 'Mẫu số 05 · Thông tư 03/2025/TT-VPCP',
    paper: 'A4',
  })
})

test('TQ25-25.2a.2: the form a regulation asks for by name is taken, the ordinary one where it is not known', () => {
  expect(form('apology', '2026-01-05', 'extension-template').title).toContain('Phiếu đề nghị gia hạn')
  expect(form('apology', '2026-01-05').title).toContain('Văn bản xin lỗi')
  expect(form('refusal', '2026-01-05', 'system-template').as).toBeUndefined()
})

test('TT 01/2018: the slips of one dossier are A5, the register is A4', () => {
  const papers = templates.map(({ slip, forms }) => [slip, forms[0]!.paper])
  expect(papers.filter(([, paper]) => paper !== 'A5')).toEqual([['register', 'A4-landscape']])
})

test('before the first form was in use there is no slip', () => {
  expect(() => form('receipt', '2018-12-31')).toThrow('no form of the slip receipt was in use on 2018-12-31')
})

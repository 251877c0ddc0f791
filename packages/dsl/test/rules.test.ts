import { describe, expect, test } from 'vitest'
import { ask, compile, coverage, runExamples } from '../src/index.ts'
import { allFiles, filesOf, lawOf, programOf, provinces, read } from './law.ts'
import { day } from '@motcua/calendar'

describe.each(provinces)('the rules of %s', (province) => {
  const files = filesOf(province)

  test('compile without an error', () => {
    const { program, diagnostics } = compile(files)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(program).toBeDefined()
  })

  test('hold in every example written beside them, and no case is without one', () => {
    const { results, uncovered, diagnostics } = runExamples(programOf(files))
    expect(results.filter(({ passed }) => !passed)).toEqual([])
    expect(uncovered).toEqual([])
    expect(diagnostics).toEqual([])
    expect(results.length).toBeGreaterThan(30)
  })

  test('name an article with every effect', () => {
    const { effects } = programOf(files).compiled
    expect(effects.filter(({ cites }) => cites.length === 0)).toEqual([])
  })
})

test('besides recorded differences from the nation, the regulations of 2019 and 2020 refer to a decree that has been replaced', () => {
  const warnings = provinces
    .flatMap((one) => compile(filesOf(one)).diagnostics)
    .filter(({ code }) => !code.startsWith('W060'))
  expect(new Set(warnings.map(({ code, span }) => `${code} ${span.path}`))).toEqual(
    new Set([
      'W0501 rules/ha-nam/30-2019.quyche',
      'W0501 rules/long-an/30-2019.quyche',
      'W0501 rules/phu-tho/31-2020.quyche',
    ]),
  )
})

test('every interpretation is found by the words `cách hiểu AMB-`', () => {
  const registered = new Set(allFiles.flatMap(({ text }) => text.match(/AMB-\d+/g) ?? []))
  const written = new Set(allFiles.flatMap(({ text }) => text.match(/(?<=cách hiểu )AMB-\d+/g) ?? []))
  expect([...registered].filter((one) => !written.has(one))).toEqual([])
  const explained = read('rules/interpretations.md')
  expect([...written].filter((one) => !explained.includes(`| ${one} `))).toEqual([])
})

describe('where a province is silent', () => {
  test('ND118/2025-17.2c: Long An and Hà Nam inherit the intake limit, Tuyên Quang refers to it, Phú Thọ has its own', () => {
    const path = (province: (typeof provinces)[number], date: string) =>
      coverage(lawOf(province), day(date)).find(({ question }) => question === 'intake.decision')!.path
    expect(provinces.map((one) => path(one, '2026-03-01'))).toEqual([
      'delegated',
      'inherited',
      'inherited',
      'answered',
    ])
    expect(provinces.map((one) => path(one, '2025-06-30'))).toEqual([
      'answered',
      'silent',
      'silent',
      'answered',
    ])
  })

  test('LA19-9.1: a reference to a decree follows what replaces it, and is silent where that says nothing', () => {
    const found = (date: string) =>
      coverage(lawOf('long-an'), day(date)).find(({ question }) => question === 'notify.supplement')!
    expect(found('2025-06-30')).toMatchObject({ path: 'delegated' })
    expect(found('2025-07-01')).toMatchObject({ path: 'silent', basis: [] })
  })
})

describe('AMB-16: references of the official texts to a wrong place', () => {
  const without = (reading: string) =>
    compile(filesOf('tuyen-quang').map((file) => ({ ...file, text: file.text.replaceAll(reading, '') })))

  test('TQ19-15.2a.2: a clause that refers to itself is found where no reading is recorded', () => {
    const { diagnostics } = without(' hiểu là khoản 2 Điều 14')
    const found = diagnostics.filter(({ code }) => code === 'W0503')
    expect(found.map(({ message }) => message.vi)).toEqual([
      'điểm a khoản 2 Điều 15 dẫn chiếu khoản 2 Điều 15, tức là dẫn chiếu chính mình',
    ])
  })

  test('TQ19-15.2a.2: the answer says which place is read', () => {
    const facts = { asOf: '2019-08-15T09:00:00+07:00', inScope: true }
    const { because, readings } = ask(lawOf('tuyen-quang'), 'question.outcome', facts)
    expect(readings).toContain('AMB-16')
    expect(because.map(({ vi }) => vi)).toContain(
      'Văn bản ghi dẫn chiếu khoản 2 Điều 15, Quyết định 246/QĐ-UBND; được hiểu là khoản 2 Điều 14, Quyết định 246/QĐ-UBND.',
    )
  })
})

test('every quotation of a provincial regulation has the fingerprint of the official text it was compared with', () => {
  for (const { path, text } of allFiles.filter((file) => !file.path.includes('/national/'))) {
    const quotations = text.match(/nguyên văn «[^»]*»[^\n]*/g) ?? []
    expect({
      path,
      unmarked: quotations.filter((one) => !/dấu đối chiếu "[0-9a-f]{16}"$/.test(one)),
    }).toEqual({
      path,
      unmarked: [],
    })
  }
})

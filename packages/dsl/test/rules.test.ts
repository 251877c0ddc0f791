import { describe, expect, test } from 'vitest'
import { compile, coverage, runExamples } from '../src/index.ts'
import { allFiles, filesOf, lawOf, nationalFiles, programOf, provinces, read } from './law.ts'
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

test('besides recorded differences from the nation, Long An refers to a decree that has been replaced', () => {
  const warnings = provinces
    .flatMap((one) => compile(filesOf(one)).diagnostics)
    .filter(({ code }) => !code.startsWith('W060'))
  expect([...new Set(warnings.map(({ code, span }) => `${code} ${span.path}`))]).toEqual([
    'W0501 rules/long-an/30-2019.quyche',
  ])
})

test('every interpretation is found by the words `cách hiểu AMB-`', () => {
  const registered = new Set(allFiles.flatMap(({ text }) => text.match(/AMB-\d+/g) ?? []))
  const written = new Set(allFiles.flatMap(({ text }) => text.match(/(?<=cách hiểu )AMB-\d+/g) ?? []))
  expect([...registered].filter((one) => !written.has(one))).toEqual([])
  const explained = read('rules/interpretations.md')
  expect([...written].filter((one) => !explained.includes(`| ${one} `))).toEqual([])
})

test('the example of docs/language.md is a regulation that compiles and holds', () => {
  const [, text] = /```\n([\s\S]*?)```/.exec(read('docs/language.md'))!
  const { program, diagnostics } = compile([...nationalFiles, { path: 'mau.quyche', text: text! }])
  expect(diagnostics).toEqual([])
  expect(runExamples(program!, ['mau.quyche']).results.map(({ passed }) => passed)).toEqual([true])
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

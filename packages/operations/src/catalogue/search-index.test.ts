import { readFileSync } from 'node:fs'
import { Procedure } from '@motcua/domain'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { buildSearchIndex, search } from './search-index.ts'

const file = new URL('../../../../tenants/national/procedures.json', import.meta.url)
const procedures = z.array(Procedure).parse(JSON.parse(readFileSync(file, 'utf8')))
const index = buildSearchIndex(procedures, { GPXD: ['giấy phép xây dựng'], QSDĐ: ['quyền sử dụng đất'] })
const names = (query: string): string[] =>
  search(index, query).map((code) => procedures.find((procedure) => procedure.code === code)!.name)

test('a search without diacritics finds what is written with them', () => {
  expect(names('dat dai').length).toBeGreaterThan(0)
  expect(new Set(names('dat dai'))).toEqual(new Set(names('đất đai')))
  expect(names('khai sinh')[0]).toMatch(/khai sinh/)
})

test('an abbreviation is searched as what it stands for', () => {
  expect(names('gpxd').length).toBeGreaterThan(0)
  expect(
    names('gpxd').every((name) => /xây dựng/i.test(JSON.stringify(procedures.find((p) => p.name === name)))),
  ).toBe(true)
  expect(names('qsdđ')).toEqual(names('QSDD'))
})

test('what is typed exactly stands before what only resembles it', () => {
  const own = buildSearchIndex(
    [
      { ...procedures[0]!, code: '1', name: 'Cấp bản sao', shortName: 'Cấp bản sao', field: 'Hộ tịch' },
      { ...procedures[0]!, code: '2', name: 'Bán sao', shortName: 'Bán sao', field: 'Hộ tịch' },
    ],
    {},
  )
  expect(search(own, 'bán sao')).toEqual(['2', '1'])
  expect(search(own, 'bản sao')).toEqual(['1', '2'])
})

test('a code finds its procedure first', () => {
  for (const { code } of procedures) expect(search(index, code)[0]).toBe(code)
})

test('an empty search finds everything and nonsense finds nothing', () => {
  expect(search(index, '  ')).toHaveLength(procedures.length)
  expect(search(index, 'zzzz qqqq')).toEqual([])
})

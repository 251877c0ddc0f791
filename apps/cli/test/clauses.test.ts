import { readFileSync } from 'node:fs'
import path from 'node:path'
import { questions } from '@motcua/dsl'
import { describe, expect, test } from 'vitest'
import { clauseReport } from '../src/rules/clause-report.ts'
import { carriersOf, readRows } from '../src/rules/clause-rows.ts'
import { lawIn } from '../src/rules/clauses.ts'
import { root, run } from './run.ts'

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const rows = readRows(read('rules/clauses.ndjson'))
const law = lawIn(root)
const treeOf = (id: string) => {
  const row = rows.find((one) => one.id === id)!
  return { row, tree: law.trees.find((one) => one.number === row.regulation && one.of === row.of)! }
}

describe('every parameter is carried by a rule that cites its place, or says why none can', () => {
  test.each(rows)('$id: $about', (row) => {
    const open = carriersOf(row, treeOf(row.id).tree).flatMap(({ name, at }) => (at ? [] : [name]))
    expect(open).toEqual([])
  })
})

test('docs/clauses.md is what the command prints', async () => {
  const { code, out } = await run(['rules', 'clauses'])
  expect(code).toBe(0)
  expect(read('docs/clauses.md')).toBe(out)
})

test('every row is of one kind: carried by questions of the list or lines of the heading, or it says why not', () => {
  const keys = new Set(questions.map(({ key }) => key))
  const ids = rows.map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  for (const { id, questions: named = [], header = [], why } of rows) {
    const carried = named.length + header.length > 0
    expect({ id, carried }).toEqual({ id, carried: why === undefined })
    expect({ id, unknown: named.filter((key) => !keys.has(key)) }).toEqual({ id, unknown: [] })
  }
})

test('a rule that cites another point, another clause or only the article does not carry a point', () => {
  const { row, tree } = treeOf('TQ19-12.2a')
  const at = (cite: string) => carriersOf({ ...row, cite, questions: ['intake.decision'] }, tree)[0]!.at
  expect(at('12.2.a')).toBeDefined()
  expect(at('12.2')).toBeDefined()
  expect(at('12')).toBeDefined()
  expect([at('12.2.b'), at('12.3.a'), at('12.1'), at('13')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a rule that cites the whole clause carries its points', () => {
  const { row, tree } = treeOf('TQ25-27.1b')
  expect(carriersOf({ ...row, questions: ['lookup.channels'] }, tree)[0]!.at).toBeDefined()
})

test('a parameter without its rule is listed as not written yet, and counted', () => {
  const { row } = treeOf('TQ19-12.2a')
  const report = clauseReport([{ ...row, cite: '12.2.b', questions: ['intake.decision'] }], law)
  expect(report).toContain('1 dòng, còn 1 quy tắc chưa viết')
  expect(report).toContain('chưa viết · _not written yet_')
})

test('a row of a regulation that is not there is a fault of the list', () => {
  const { row } = treeOf('TQ19-12.2a')
  expect(() => clauseReport([{ ...row, of: 'Hà Nam' }], law)).toThrow(
    'TQ19-12.2a: there is no regulation 246/QĐ-UBND of Hà Nam',
  )
})

test('for machines the rows are printed as they are listed', async () => {
  const { out } = await run(['rules', 'clauses', '--json'])
  expect(JSON.parse(out)).toEqual(rows)
})

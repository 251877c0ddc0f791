import { expect, test } from 'vitest'
import { vi } from './words/vi.ts'
import { readSteps, stepErrors, stepsOf } from './workflow-form.ts'

const posted = (rows: Record<string, string>[]) => {
  const fields = new Map<string, string>([['rows', String(rows.length)]])
  rows.forEach((row, at) =>
    Object.entries(row).forEach(([name, value]) => fields.set(`${name}-${at}`, value)),
  )
  return (name: string) => fields.get(name) ?? ''
}
const row = { kind: 'appraise', role: 'specialist', hours: '1,5' }

test('rows stand in the order that was typed, and one without a name is dropped', () => {
  const steps = readSteps(
    posted([
      { ...row, name: 'Ký', order: '3' },
      { ...row, name: 'Thẩm tra', order: '1' },
      { ...row, name: '', order: '2' },
      { ...row, name: 'Trình', order: '2' },
    ]),
  )
  expect(steps.map(({ name }) => name)).toEqual(['Thẩm tra', 'Trình', 'Ký'])
})

test('a new step is named after its name, and no two alike', () => {
  const typed = readSteps(
    posted([
      { ...row, name: 'Kiểm tra thực địa', order: '1', id: 'kiem-tra-thuc-dia' },
      { ...row, name: 'Kiểm tra thực địa', order: '2' },
    ]),
  )
  expect(stepsOf(typed).map(({ id, hours }) => [id, hours])).toEqual([
    ['kiem-tra-thuc-dia', 1.5],
    ['kiem-tra-thuc-dia-2', 1.5],
  ])
})

test('a step without hours or kind is told by its number', () => {
  const errors = stepErrors(
    readSteps(posted([{ name: 'Ký', kind: 'x', role: 'leader', hours: 'nhiều' }])),
    vi.workflowEdit,
  )
  expect(errors.map(({ href }) => href)).toEqual(['#hours-0', '#kind-0'])
})

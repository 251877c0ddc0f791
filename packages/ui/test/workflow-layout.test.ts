import { describe, expect, test } from 'vitest'
import { boxHeight, boxWidth, layOutWorkflow, wrap, type DrawnStep } from '../src/workflow-layout.ts'

const step = (id: string, role: DrawnStep['role'], more: Partial<DrawnStep> = {}): DrawnStep => ({
  id,
  name: `Bước ${id}`,
  kind: 'appraise',
  role,
  hours: 4,
  ...more,
})
const steps = [
  step('nhan', 'one-stop-officer'),
  step('tham-tra', 'specialist'),
  step('y-kien', 'specialist', { agencyName: 'Sở Xây dựng' }),
  step('trinh', 'specialist'),
  step('ky', 'leader'),
]

describe('the diagram of a workflow', () => {
  const { lanes, boxes, ways, width, height } = layOutWorkflow(steps)

  test('has one lane for each role at each body, in the order they come', () => {
    expect(lanes.map(({ role, agencyName }) => [role, agencyName])).toEqual([
      ['one-stop-officer', undefined],
      ['specialist', undefined],
      ['specialist', 'Sở Xây dựng'],
      ['leader', undefined],
    ])
  })

  test('stands every step in a column of its own, further right than the one before', () => {
    for (const [at, box] of boxes.slice(1).entries()) expect(box.x).toBeGreaterThan(boxes[at]!.x + boxWidth)
    expect(boxes[1]!.lane).toBe(boxes[3]!.lane)
  })

  test('keeps every box inside the picture', () => {
    for (const { x, y } of boxes) {
      expect(x).toBeGreaterThan(0)
      expect(x + boxWidth).toBeLessThanOrEqual(width)
      expect(y + boxHeight).toBeLessThanOrEqual(height)
    }
  })

  test('joins each step with the next, and no others', () => {
    expect(ways).toHaveLength(steps.length - 1)
    const [from, to] = [boxes[0]!, boxes[1]!]
    expect(ways[0]!.path.startsWith(`M${from.x + boxWidth} `)).toBe(true)
    expect(ways[0]!.path.endsWith(`H${to.x}`)).toBe(true)
  })
})

describe('a name in a box', () => {
  test('is broken at its spaces', () => {
    expect(wrap('Thẩm tra hồ sơ, dự thảo kết quả', 17, 3)).toEqual(['Thẩm tra hồ sơ,', 'dự thảo kết quả'])
  })

  test('that is too long says so', () => {
    const lines = wrap('Kiểm tra thực địa và lập biên bản hiện trạng công trình xây dựng', 17, 3)
    expect(lines).toHaveLength(3)
    expect(lines.at(-1)!.endsWith('…')).toBe(true)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(17)
  })
})

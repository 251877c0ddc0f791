import { describe, expect, test } from 'vitest'
import { ask, sayStep, steps } from '../src/index.ts'
import { lawOf } from './law.ts'

const fridayEvening = { submittedAt: '2026-03-06T17:30:00+07:00' }
const second = (text: string) => Date.parse(text) / 1_000
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000

describe('the steps of an answer', () => {
  test('LA19-9.1: are what happened, what moved it, what is owed, what was counted and left out, and the date', () => {
    const found = steps(lawOf('long-an'), 'intake.decision', fridayEvening)
    const opening = second('2026-03-09T07:30:00+07:00')
    expect(found.filter(({ k }) => k !== 'reading')).toEqual([
      { k: 'version', act: expect.any(Number) as number, path: 'inherited' },
      {
        k: 'moved',
        event: 'system-received',
        why: 'cutoff',
        from: second('2026-03-06T17:30:00+07:00'),
        to: opening,
        second: 17 * 3_600,
        cites: [{ regulation: '30/2019/QĐ-UBND', article: '9', clause: '1' }],
      },
      {
        k: 'term',
        question: 'intake.decision',
        n: 8,
        unit: 'working-hour',
        share: undefined,
        published: false,
        backwards: false,
        ground: {
          path: 'inherited',
          cites: [{ regulation: '118/2025/NĐ-CP', article: '17', clause: '2', point: 'c' }],
          through: [],
        },
      },
      {
        k: 'hours',
        worked: ['07:30', '12:00', '13:30', '17:00'].map((time) => second(`2026-03-09T${time}:00+07:00`)),
        daysOff: [dayNumber('2026-03-07'), dayNumber('2026-03-08')],
      },
      { k: 'due', at: second('2026-03-09T17:00:00+07:00') },
    ])
  })

  test('are plain data', () => {
    for (const question of ['intake.decision', 'intake.receiptDay', 'lookup.fields']) {
      const found = steps(lawOf('long-an'), question, { ...fridayEvening, asOf: '2026-03-06T17:30:00+07:00' })
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    }
  })

  test('give the sentences of the answer, after those of the version and of the readings', () => {
    const bound = lawOf('long-an')
    const found = steps(bound, 'intake.decision', fridayEvening)
    const reasons = found.filter(({ k }) => k !== 'version' && k !== 'reading')
    expect(reasons.map((step) => sayStep(bound, step))).toEqual(
      ask(bound, 'intake.decision', fridayEvening).because,
    )
  })

  test('LA19-9.1: name the act that answers, since when, and why it and no other', () => {
    const bound = lawOf('long-an')
    const [version] = steps(bound, 'intake.decision', fridayEvening)
    expect(sayStep(bound, version!)).toEqual({
      vi: 'Áp dụng 118/2025/NĐ-CP, có hiệu lực từ 01/07/2025, vì tỉnh không quy định riêng.',
      en: '118/2025/NĐ-CP applies, in force from 1 July 2025, as the province has no rule of its own.',
    })
  })

  test('TQ25-25.2a: name the reading the answer rests on', () => {
    const bound = lawOf('tuyen-quang')
    const found = steps(bound, 'apology.notice', { dueAt: '2026-02-02T17:00:00+07:00' })
    expect(found.filter(({ k }) => k === 'reading')).toEqual([{ k: 'reading', id: 'AMB-12' }])
  })

  test('say that nothing regulates a question', () => {
    const found = steps(lawOf('phu-tho'), 'notify.acceptance', { asOf: '2026-01-05T09:00:00+07:00' })
    expect(found).toEqual([
      { k: 'version', act: -1, path: 'silent' },
      { k: 'silent', question: 'notify.acceptance' },
    ])
  })
})

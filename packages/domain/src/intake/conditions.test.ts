import { day } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { applies } from './applies.ts'
import { checkForm } from './check-form.ts'
import { askedPages, checkAnswers, checkPage, shownPages } from './check-page.ts'
import type { Condition } from './condition.ts'
import { Form } from './form.ts'
import { isWrittenAs } from './mask.ts'
import { missingPapers } from './missing-papers.ts'

const today = day('2026-03-02')
const say = (text: string) => ({ vi: text, en: text })
const is = (field: string, ...values: string[]): Condition => ({ field, how: 'is', values })
const choice = (...values: string[]) => values.map((value) => ({ value, label: say(value) }))

const form = Form.parse({
  id: 'birth',
  pages: [
    {
      id: 'child',
      title: say('Trẻ'),
      fields: [
        { id: 'found', kind: 'choice', label: say('Trẻ bị bỏ rơi'), choices: choice('yes', 'no') },
        { id: 'foundOn', kind: 'date', label: say('Ngày phát hiện'), when: [is('found', 'yes')] },
      ],
    },
    {
      id: 'parents',
      title: say('Cha mẹ'),
      when: [is('found', 'no')],
      fields: [{ id: 'mother', kind: 'text', label: say('Mẹ') }],
    },
    {
      id: 'end',
      title: say('Ghi chú'),
      fields: [
        { id: 'note', kind: 'text', label: say('Ghi chú'), when: [{ field: 'mother', how: 'answered' }] },
        { id: 'copies', kind: 'number', label: say('Số bản'), min: '1', max: '10' },
      ],
    },
  ],
})
const pages = (answers: Record<string, string>) =>
  askedPages(form, answers, today).map(({ id, fields }) => [id, ...fields.map((field) => field.id)].join(' '))

describe('what is asked depends on what was answered', () => {
  test('a page that does not apply is not walked, and its answer does not count for what follows', () => {
    expect(pages({ found: 'no', mother: 'Mai' })).toEqual([
      'child found',
      'parents mother',
      'end note copies',
    ])
    expect(pages({ found: 'yes', mother: 'Mai' })).toEqual(['child found foundOn', 'end copies'])
  })

  test('a required question that does not apply is not missed; its answer is not kept', () => {
    const { answers, errors } = checkAnswers(
      form,
      { found: 'yes', foundOn: '2026-03-01', mother: 'Mai', note: 'x', copies: '2' },
      { today },
    )
    expect(errors).toEqual([])
    expect(answers).toEqual({ found: 'yes', foundOn: '2026-03-01', copies: '2' })
  })

  test('a required question that applies is missed', () => {
    const { errors } = checkAnswers(form, { found: 'yes', copies: '2' }, { today })
    expect(errors).toEqual([{ field: 'foundOn', code: 'required' }])
  })

  test('a question that depends on its neighbour is shown beside it, whatever stands there yet', () => {
    expect(shownPages(form, {}, today)[0]!.fields.map(({ id }) => id)).toEqual(['found', 'foundOn'])
  })

  test('a page checked alone is told what the other pages say', () => {
    const page = form.pages[2]!
    const given = { note: '', copies: '3' }
    expect(checkPage(page, given, { today }).errors).toEqual([])
    expect(checkPage(page, given, { today, answered: { mother: 'Mai' } }).errors).toEqual([
      { field: 'note', code: 'required' },
    ])
  })

  test('a paper is missing only where it applies', () => {
    const paper = {
      id: 'bb',
      name: 'Biên bản',
      originals: 1,
      copies: 0,
      required: true,
      presentedOnly: false,
    }
    const papers = [{ ...paper, when: [is('found', 'yes')] }]
    expect(missingPapers(papers, { papers: [], answers: { found: 'yes' } }, today)).toEqual(['bb'])
    expect(missingPapers(papers, { papers: [], answers: { found: 'no' } }, today)).toEqual([])
  })

  test.each([
    ['at-least', '9', '10', true],
    ['at-least', '10', '9', false],
    ['at-most', '1,5', '1.5', true],
    ['at-least', 'today', '2026-03-02', true],
    ['at-most', 'today', '2026-03-03', false],
    ['at-least', '1', '', false],
    ['is-not', 'a', 'b', true],
  ] as const)('%s %s holds of %s: %s', (how, value, answer, holds) => {
    expect(applies({ when: [{ field: 'x', how, values: [value] }] }, { x: answer }, today)).toBe(holds)
  })
})

describe('an answer stays within what is allowed', () => {
  const page = (field: object) =>
    Form.parse({
      id: 'f',
      pages: [
        {
          id: 'p',
          title: say('P'),
          fields: [
            { id: 'from', kind: 'date', label: say('Từ'), optional: true },
            { id: 'a', label: say('A'), ...field },
          ],
        },
      ],
    }).pages[0]!
  const wrong = (field: object, a: string, more = {}) =>
    checkPage(page(field), { a, ...more }, { today }).errors.map(({ code, bound }) => [code, bound])

  test('a number has a least and a greatest', () => {
    expect(wrong({ kind: 'number', min: '1', max: '10' }, '0,5')).toEqual([['too-small', '1']])
    expect(wrong({ kind: 'number', min: '1', max: '10' }, '10,5')).toEqual([['too-large', '10']])
    expect(wrong({ kind: 'number', min: '1', max: '10' }, '10')).toEqual([])
  })

  test('a day may be bound to today and to another answer', () => {
    expect(wrong({ kind: 'date', future: true, min: 'today' }, '2026-03-01')).toEqual([
      ['too-early', '2026-03-02'],
    ])
    const to = { kind: 'date', min: 'from' }
    expect(wrong(to, '2026-01-01', { from: '2026-01-02' })).toEqual([['too-early', '2026-01-02']])
    expect(wrong(to, '2026-01-01')).toEqual([])
  })

  test('a text is written as its mask says', () => {
    expect(wrong({ kind: 'text', mask: '99A-999.99' }, '22A-123.45')).toEqual([])
    expect(wrong({ kind: 'text', mask: '99A-999.99' }, '22-A123.45')).toEqual([
      ['not-as-written', '99A-999.99'],
    ])
    expect(isWrittenAs('**', 'Đ1')).toBe(true)
    expect(isWrittenAs('9', '')).toBe(false)
  })

  test('a text has a least length', () => {
    expect(wrong({ kind: 'text', minLength: 3 }, 'ab')).toEqual([['too-short', undefined]])
  })
})

describe('a form is held against itself', () => {
  const faults = (...fields: object[]) =>
    checkForm(
      Form.parse({
        id: 'f',
        pages: fields.map((field, i) => ({
          id: `p${i}`,
          title: say('P'),
          fields: [{ label: say('X'), kind: 'text', ...field }],
        })),
      }),
    ).map(({ code }) => code)

  test('a form that asks before it depends is sound', () => {
    expect(checkForm(form)).toEqual([])
  })

  test('what it depends on is asked before', () => {
    expect(faults({ id: 'a', when: [is('b', 'x')] }, { id: 'b' })).toEqual(['depends-on-unknown'])
    expect(faults({ id: 'a', kind: 'date', max: 'b' }, { id: 'b' })).toEqual(['depends-on-unknown'])
  })

  test('a value it depends on is one of the choices', () => {
    const a = { id: 'a', kind: 'choice', choices: choice('x', 'y') }
    expect(faults(a, { id: 'b', when: [is('a', 'z')] })).toEqual(['value-not-a-choice'])
    expect(faults(a, { id: 'b', when: [is('a')] })).toEqual(['condition-without-value'])
  })

  test('nothing is named twice, chosen from nothing or bound crosswise', () => {
    expect(faults({ id: 'a' }, { id: 'a' })).toEqual(['field-id-twice'])
    expect(faults({ id: 'a', kind: 'choice', choices: [] })).toEqual(['choices-missing'])
    // A single choice is a declaration one makes.
    expect(faults({ id: 'a', kind: 'choice', choices: choice('x') })).toEqual([])
    expect(faults({ id: 'a', kind: 'choice', choices: choice('x', 'x') })).toEqual(['choice-twice'])
    expect(faults({ id: 'a', kind: 'number', min: '5', max: '4' })).toEqual(['bounds-crossed'])
    expect(checkForm(form, [], 2).map(({ code }) => code)).toEqual(['body-not-asked'])
  })

  test('who files is asked of everybody', () => {
    expect(faults({ id: 'a', prefill: 'fullName', optional: true })).toEqual(['applicant-not-asked'])
  })
})

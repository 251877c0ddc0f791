import { day } from '@motcua/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAnswers, checkPage } from './check-page.ts'
import { fieldKinds, type Field, type FieldKind, type FormPage } from './form.ts'

const today = day('2026-08-04')
const words = { vi: 'x', en: 'x' }
const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({
  id: 'f',
  kind,
  label: words,
  optional: false,
  ...more,
})
const page = (...fields: Field[]): FormPage => ({ id: 'p', title: words, fields })

const check = (f: Field, answer: string) => {
  const { answers, errors } = checkPage(page(f), { f: answer }, { today, agencyIds: ['xa-1'] })
  return errors[0]?.code ?? answers.f
}

describe('an answer', () => {
  test.each<[FieldKind, string, string]>([
    ['text', '  Nguyễn   Văn An ', 'Nguyễn Văn An'],
    ['text', 'e\u0302\u0301', 'ế'],
    ['long-text', ' dòng 1\r\n dòng 2 ', 'dòng 1\n dòng 2'],
    ['citizen-id', '080 190 001 234', '080190001234'],
    ['citizen-id', '123456789', '123456789'],
    ['citizen-id', '12345678', 'not-a-citizen-id'],
    ['citizen-id', '0801900012345', 'not-a-citizen-id'],
    ['citizen-id', '08019000123a', 'not-a-citizen-id'],
    ['phone', '0912 345.678', '0912345678'],
    ['phone', '912345678', 'not-a-phone'],
    ['phone', '+84912345678', 'not-a-phone'],
    ['phone', '09123456789', 'not-a-phone'],
    ['email', ' Dao@Example.VN ', 'dao@example.vn'],
    ['email', 'dao@example', 'not-an-email'],
    ['email', 'dao example.vn', 'not-an-email'],
    ['email', 'a@b@c.vn', 'not-an-email'],
    ['date', '2026-08-04', '2026-08-04'],
    ['date', '2026-08-05', 'date-in-future'],
    ['date', '2026-02-29', 'not-a-date'],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '4/8/2026', 'not-a-date'],
    ['date', '--', 'not-a-date'],
    ['agency', 'xa-1', 'xa-1'],
    ['agency', 'xa-2', 'not-a-choice'],
    ['number', '12', '12'],
    ['number', '-1,5', '-1,5'],
    ['number', '1e5', 'not-a-number'],
    ['number', 'mười', 'not-a-number'],
  ])('of kind %s: %j is kept or refused as %j', (kind, answer, expected) => {
    expect(check(field(kind), answer)).toBe(expected)
  })

  test('of a choice is one of the choices', () => {
    const choice = field('choice', { choices: [{ value: 'nam', label: words }] })
    expect(check(choice, 'nam')).toBe('nam')
    expect(check(choice, 'khac')).toBe('not-a-choice')
  })

  test('that may lie ahead may lie ahead', () => {
    expect(check(field('date', { future: true }), '2027-01-01')).toBe('2027-01-01')
  })

  test('is as long as its field allows, counted in characters and not in bytes', () => {
    const short = field('text', { maxLength: 3 })
    expect(check(short, 'ếếế')).toBe('ếếế')
    expect(checkPage(page(short), { f: 'ếếếế' }, { today }).errors).toEqual([
      { field: 'f', code: 'too-long', limit: 3 },
    ])
    expect(check(field('text'), 'x'.repeat(201))).toBe('too-long')
    expect(check(field('long-text'), 'x'.repeat(5001))).toBe('too-long')
  })

  test('that is left out is missed, unless it is optional', () => {
    expect(check(field('text'), '  ')).toBe('required')
    expect(checkPage(page(field('text', { optional: true })), { f: '  ' }, { today })).toEqual({
      answers: {},
      errors: [],
    })
  })

  test('that was not asked for is not kept', () => {
    const input = JSON.parse('{"f":"a","x":"b","__proto__":"c"}')
    expect(checkPage(page(field('text')), input, { today }).answers).toEqual({ f: 'a' })
  })
})

test('a form is checked page by page, and every fault is named at once', () => {
  const form = {
    id: 'x',
    pages: [page(field('text', { id: 'a' })), page(field('phone', { id: 'b' }), field('text', { id: 'c' }))],
  }
  expect(checkAnswers(form, { b: '1', c: 'ok' }, { today })).toEqual({
    answers: { c: 'ok' },
    errors: [
      { field: 'a', code: 'required' },
      { field: 'b', code: 'not-a-phone' },
    ],
  })
})

test('what was kept once is kept the same again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fieldKinds), fc.string({ unit: 'grapheme' }), (kind, text) => {
      const f = field(kind, { choices: [{ value: text.trim(), label: words }] })
      const once = checkPage(page(f), { f: text }, { today })
      if (once.errors.length > 0) return
      expect(checkPage(page(f), once.answers, { today })).toEqual(once)
    }),
  )
})

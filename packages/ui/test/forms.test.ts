import type { Field, FormPage } from '@motcua/domain'
import { render } from 'svelte/server'
import { describe, expect, test } from 'vitest'
import { joinDate, readAnswers, splitDate } from '@motcua/ui/date-parts'
import ErrorSummary from '@motcua/ui/ErrorSummary.svelte'
import { fieldErrorText, shownErrors } from '@motcua/ui/field-errors'
import FileField from '@motcua/ui/FileField.svelte'
import FormPageFields from '@motcua/ui/FormPageFields.svelte'

const field = (id: string, kind: Field['kind'], vi: string, more: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { vi, en: id },
  optional: false,
  ...more,
})
const born = field('birthDate', 'date', 'Ngày sinh')
const card = field('citizenId', 'citizen-id', 'Số căn cước')
const sex = field('sex', 'choice', 'Giới tính', {
  choices: [
    { value: 'f', label: { vi: 'Nữ', en: 'Female' } },
    { value: 'm', label: { vi: 'Nam', en: 'Male' } },
  ],
})
const page: FormPage = {
  id: 'applicant',
  title: { vi: 'Người nộp', en: 'Applicant' },
  fields: [born, card, sex],
}

describe('an error says what to do', () => {
  test('a date that was left out is asked for with an example', () => {
    expect(fieldErrorText({ field: 'birthDate', code: 'required' }, born, 'vi')).toBe(
      'Nhập ngày sinh, ví dụ 31/03/1990',
    )
  })

  test('a choice is to be chosen, not entered', () => {
    expect(fieldErrorText({ field: 'sex', code: 'required' }, sex, 'vi')).toBe('Chọn giới tính')
  })

  test('a label that is a question is quoted whole', () => {
    const asked = field('hasHouse', 'choice', 'Trên đất có nhà không?')
    expect(fieldErrorText({ field: 'hasHouse', code: 'required' }, asked, 'vi')).toBe(
      'Trả lời câu hỏi “Trên đất có nhà không?”',
    )
  })

  test('an abbreviation at the head of a label keeps its capitals', () => {
    const name = field('org', 'text', 'UBND xã')
    expect(fieldErrorText({ field: 'org', code: 'required' }, name, 'vi')).toBe('Nhập UBND xã')
  })

  test('a text too long is told its limit', () => {
    const note = field('note', 'long-text', 'Ghi chú')
    expect(fieldErrorText({ field: 'note', code: 'too-long', limit: 500 }, note, 'vi')).toContain('500 ký tự')
  })

  test('errors stand in the order of the fields, whatever the order they were found in', () => {
    const shown = shownErrors(
      [
        { field: 'citizenId', code: 'required' },
        { field: 'birthDate', code: 'not-a-date' },
      ],
      page.fields,
      'vi',
    )
    expect(shown.map((error) => error.href)).toEqual(['#birthDate', '#citizenId'])
  })
})

describe('a date in three boxes', () => {
  test('one digit is enough for day and month', () => {
    expect(joinDate({ day: '1', month: ' 3', year: '1990' })).toBe('1990-03-01')
  })

  test.each([
    { day: '31', month: 'ba', year: '1990' },
    { day: '', month: '3', year: '1990' },
    { day: '1', month: '3', year: '90' },
  ])('what cannot be read is kept as typed: %o', (typed) => {
    expect(splitDate(joinDate(typed))).toEqual(typed)
  })

  test('three empty boxes are no answer', () => {
    expect(joinDate({ day: '', month: '', year: ' ' })).toBe('')
  })

  test('a posted page gives one answer a field', () => {
    const posted = new FormData()
    for (const [name, value] of [
      ['birthDate-day', '1'],
      ['birthDate-month', '3'],
      ['birthDate-year', '1990'],
      ['citizenId', ' 001090012345 '],
      ['stray', 'x'],
    ] as const) {
      posted.set(name, value)
    }
    expect(readAnswers(posted, page.fields)).toEqual({
      birthDate: '1990-03-01',
      citizenId: '001090012345',
      sex: '',
    })
  })
})

describe('a page of questions', () => {
  const { body } = render(FormPageFields, {
    props: {
      page,
      locale: 'vi',
      values: { birthDate: '31/2/1990', citizenId: '12<3', sex: 'f' },
      errors: [{ field: 'birthDate', code: 'not-a-date' }],
    },
  })

  test('what was typed is still there', () => {
    expect(body).toMatch(/name="birthDate-day"[^>]*value="31"|value="31"[^>]*name="birthDate-day"/)
    expect(body).toContain('value="12&lt;3"')
    expect(body).toMatch(/value="f"[^>]*checked|checked[^>]*value="f"/)
  })

  test('the link of the summary leads to the first box of the date', () => {
    expect(body.match(/id="birthDate"/g)).toHaveLength(1)
  })

  test('the sentence beside the field is tied to it', () => {
    expect(body).toContain('id="birthDate-error"')
    expect(body).toContain('aria-describedby="birthDate-hint birthDate-error"')
  })

  test('no id is used twice', () => {
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('a page without errors has no summary', () => {
    expect(render(ErrorSummary, { props: { errors: [], locale: 'vi' } }).body).not.toContain('role="alert"')
  })
})

describe('a paper to upload', () => {
  const paper = { id: 'p1', name: 'Tờ khai', required: true, presentedOnly: false, originals: 1, copies: 0 }
  const props = { paper, files: [], locale: 'vi', maxBytes: 20 * 1024 * 1024 } as const

  test('kinds and size are said before a file is chosen', () => {
    const { body } = render(FileField, { props })
    expect(body).toContain('Nhận tệp PDF, JPG hoặc PNG')
    expect(body).toContain('20 MB')
  })

  test('a given file can be removed without a script', () => {
    const files = [{ fileId: 'f1', name: 'to-khai.pdf', bytes: 2_500_000 }]
    const { body } = render(FileField, { props: { ...props, files, removeAction: '?/detach' } })
    expect(body).toMatch(/<button[^>]*name="remove"[^>]*value="f1"/)
    expect(body).toContain('formaction="?/detach"')
    expect(body).toContain('Gỡ tệp to-khai.pdf')
  })

  test('a paper only shown at the counter has no box for a file', () => {
    const { body } = render(FileField, { props: { ...props, paper: { ...paper, presentedOnly: true } } })
    expect(body).not.toContain('type="file"')
  })
})

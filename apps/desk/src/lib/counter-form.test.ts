import type { Form } from '@motcua/api/client'
import { describe, expect, test } from 'vitest'
import { applicantIn, counterPages, fieldOf, formAnswers, papersLacking } from './counter-form.ts'

const label = { vi: 'Nhãn', en: 'Label' }
const form: Form = {
  id: 'f',
  pages: [
    { id: 'agency', title: label, fields: [{ id: 'agencyId', kind: 'agency', label, optional: false }] },
    {
      id: 'applicant',
      title: label,
      fields: [
        { id: 'name', kind: 'text', label, optional: false, prefill: 'fullName' },
        { id: 'idNo', kind: 'citizen-id', label, optional: false, prefill: 'citizenId' },
        { id: 'phone', kind: 'phone', label, optional: false, prefill: 'phone' },
      ],
    },
    { id: 'why', title: label, fields: [{ id: 'purpose', kind: 'long-text', label, optional: false }] },
  ],
}
const pages = counterPages(form)
const answers = {
  name: 'Lê Thị Gấm',
  idNo: '080185000999',
  purpose: 'Xin việc',
  applicantEmail: 'gam@example.vn',
}

describe('a form at the counter', () => {
  test('the officer is not asked which body it is for, and the paper form holds what is left empty', () => {
    const fields = pages.flatMap((page) => page.fields)
    expect(fields.map(({ id }) => id)).not.toContain('agencyId')
    expect(fields.filter(({ optional }) => !optional).map(({ id }) => id)).toEqual(['name', 'idNo'])
  })

  test('what the form does not ask about the applicant is asked once, on a page of its own', () => {
    expect(pages[0]?.fields.map(({ prefill }) => prefill)).toEqual(['email', 'address'])
  })

  test('the applicant is read from wherever the form asks for each detail', () => {
    expect(applicantIn(pages, answers)).toEqual({
      fullName: 'Lê Thị Gấm',
      citizenId: '080185000999',
      email: 'gam@example.vn',
    })
    expect(fieldOf(pages, 'citizenId')).toBe('idNo')
  })

  test('the form keeps its own answers and the body that takes it in', () => {
    expect(formAnswers(form, answers, 'phuong-1')).toEqual({
      agencyId: 'phuong-1',
      name: 'Lê Thị Gấm',
      idNo: '080185000999',
      purpose: 'Xin việc',
    })
  })
})

test('a required paper is there when it was handed in or scanned; one that is only shown is never lacking', () => {
  const paper = (id: string, presentedOnly = false) => ({
    id,
    name: id,
    originals: 1,
    copies: 0,
    required: true,
    presentedOnly,
  })
  const papers = [paper('to-khai'), paper('anh'), paper('giay-kham'), paper('can-cuoc', true)]
  expect(papersLacking({ papers }, ['to-khai'], ['anh'], {}).map(({ id }) => id)).toEqual(['giay-kham'])
})

import { readFileSync } from 'node:fs'
import { Form, Procedure, type FormPage, type ProcedureContent } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { deskWords } from '../words/index.ts'
import { flatOf } from './flat.ts'
import { flatPage, pageIn } from './page-form.ts'
import { flatProcedure, procedureIn } from './procedure-form.ts'

const say = deskWords('vi')
const words = (vi: string, en = vi) => ({ vi, en })
const file = new URL('../../../../../tenants/national/procedures.json', import.meta.url)
const procedures = (JSON.parse(readFileSync(file, 'utf8')) as unknown[]).map((one) => Procedure.parse(one))

const page: FormPage = Form.parse({
  id: 'f',
  pages: [
    {
      id: 'child',
      title: words('Trẻ', 'Child'),
      hint: words('Theo giấy chứng sinh', 'As in the birth certificate'),
      when: [{ field: 'relation', how: 'is', values: ['mother', 'father'] }],
      fields: [
        {
          id: 'found',
          kind: 'choice',
          label: words('Trẻ bị bỏ rơi?', 'Found?'),
          choices: [
            { value: 'yes', label: words('Có', 'Yes') },
            { value: 'no', label: words('Không', 'No') },
          ],
        },
        {
          id: 'foundOn',
          kind: 'date',
          label: words('Ngày phát hiện', 'Found on'),
          max: 'today',
          when: [{ field: 'found', how: 'is', values: ['yes'] }],
        },
        {
          id: 'plate',
          kind: 'text',
          label: words('Biển số', 'Plate'),
          optional: true,
          mask: '99A-999',
          minLength: 3,
        },
      ],
    },
  ],
}).pages[0]!

describe('a page of a form in boxes', () => {
  const read = (flat: Record<string, string>) => pageIn(flat, page, page.fields, say.formEdit)

  test('comes back as it was', () => {
    expect(read(flatPage(page))).toEqual({ page, errors: [] })
  })

  test('a question without words is gone, a new one gets a name of its own, and the order is what was typed', () => {
    const typed = {
      ...flatPage(page),
      'field-label-1': '',
      'field-label-3': 'Biển số',
      'field-kind-3': 'text',
      'field-order-3': '0,5',
    }
    const fields = read(typed).page.fields
    expect(fields.map(({ id }) => id)).toEqual(['bienSo', 'found', 'plate'])
  })

  test('a choice may be named by its words, and a condition names it by its code', () => {
    const typed = {
      ...flatPage(page),
      'field-when-1-value-0': 'có',
      'field-choices-0': 'yes = Có\nKhông rõ | Unknown',
    }
    const { fields } = read(typed).page
    expect(fields[1]!.when).toEqual([{ field: 'found', how: 'is', values: ['yes'] }])
    expect(fields[0]!.choices).toEqual([
      { value: 'yes', label: words('Có') },
      { value: 'khong-ro', label: words('Không rõ', 'Unknown') },
    ])
  })

  test('what is missing is said where it is missing', () => {
    const typed = { ...flatPage(page), titleVi: '', 'field-kind-0': '', 'field-minLength-2': 'x' }
    expect(read(typed).errors.map(({ href }) => href)).toEqual([
      '#field-kind-0',
      '#field-minLength-2',
      '#titleVi',
    ])
  })
})

describe('a procedure in boxes', () => {
  const content = (procedure: Procedure): ProcedureContent => ({
    procedure,
    level: '4',
    agencies: ['a', 'b'],
    form: { id: 'f', pages: [page] },
    fees: [
      {
        ...{ procedure: procedure.code, cases: [], modes: [], item: 'Lệ phí', kind: 'charges', amount: 8000 },
        ...{ per: 'bản', due: 'result', from: '2026-01-01' as never, basis: 'NQ 1' },
      },
    ],
  })

  test('every procedure of the national list comes back as it was', () => {
    for (const procedure of procedures) {
      const tidy = {
        ...procedure,
        ...{ name: procedure.name.trim(), notes: procedure.notes.map((note) => note.trim()) },
      }
      const before = content(tidy)
      const { form: _, ...same } = before
      const { content: after, errors } = procedureIn(flatProcedure(before), before, say.catalogueEdit)
      expect(errors).toEqual([])
      expect(after.procedure.papers).toEqual(same.procedure.papers)
      expect(after.procedure.cases).toEqual(same.procedure.cases)
      expect(after).toMatchObject({ level: '4', agencies: ['a', 'b'], fees: same.fees })
    }
  })

  test('what is wrong is said where it stands, and nothing typed is lost', () => {
    const before = content(procedures[0]!)
    const typed = {
      ...flatProcedure(before),
      name: '',
      agencies: '',
      'case-n-0': 'năm',
      'rate-amount-0': 'tám nghìn',
    }
    const { errors } = procedureIn(typed, before, say.catalogueEdit)
    expect(errors.map(({ href }) => href)).toEqual(['#name', '#agencies', '#case-n-0', '#rate-amount-0'])
  })

  test('ticks of one name are read together', () => {
    const posted = new FormData()
    posted.append('agencies', 'a')
    posted.append('agencies', 'b')
    expect(flatOf(posted)).toEqual({ agencies: 'a b' })
  })
})

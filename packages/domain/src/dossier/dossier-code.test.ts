import { day } from '@motcua/calendar'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dossierCode, isDossierCode, isSubmissionNo, submissionNo } from './dossier-code.ts'

const date = day('2026-08-04')

describe('a dossier code', () => {
  test('has the form of Quyết định 20/2020/QĐ-TTg codes: agency, day, number of four digits', () => {
    expect(dossierCode({ provinceCode: 'H35', agencyCode: '12.03', date, n: 1 })).toBe(
      'H35.12.03-260804-0001',
    )
    expect(dossierCode({ provinceCode: 'H35', agencyCode: '12', date, n: 9999 })).toBe('H35.12-260804-9999')
  })

  test('of a day with more than 9,999 dossiers is longer, not wrong', () => {
    expect(dossierCode({ provinceCode: 'H35', agencyCode: '12', date, n: 10_000 })).toBe(
      'H35.12-260804-10000',
    )
  })

  test('has no number nought', () => {
    for (const n of [0, -1, 1.5]) {
      expect(() => dossierCode({ provinceCode: 'H35', agencyCode: '12', date, n })).toThrow('count from 1')
    }
  })

  test('is told from other text', () => {
    expect(isDossierCode('H35.12.03-260804-0001')).toBe(true)
    for (const text of [
      '',
      'H35-260804-0001',
      'H35.12.03-260804-1',
      '260804-7KQ2-M9XD',
      "H35.12.03-260804-0001'",
    ]) {
      expect(isDossierCode(text)).toBe(false)
    }
  })
})

describe('a submission number', () => {
  test('says its day and is of letters and digits that are not read for one another', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const no = submissionNo(date, random)
        expect(no).toMatch(/^260804-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
        expect(no.slice(7)).not.toMatch(/[01ILOU]/)
        expect(isSubmissionNo(no)).toBe(true)
        expect(isDossierCode(no)).toBe(false)
      }),
    )
  })

  test('needs eight bytes of chance', () => {
    expect(() => submissionNo(date, new Uint8Array(7))).toThrow('eight bytes')
  })
})

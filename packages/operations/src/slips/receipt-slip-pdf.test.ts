import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Instant } from '@motcua/calendar'
import { expect, test } from 'vitest'
import type { ReceiptSlipView } from '../views.ts'
import { embedFonts } from './fonts.ts'
import { receiptSlipPdf } from './receipt-slip-pdf.ts'

const at = '2026-08-04T09:30:00+07:00' as Instant
const slip: ReceiptSlipView = {
  tenant: {
    id: 'long-an',
    name: 'Long An',
    portalTitle: { vi: 'Cổng Dịch vụ công tỉnh Long An', en: 'Public Service Portal of Long An Province' },
    hotline: '1900 000 039',
    email: 'hotro@long-an.example',
    address: { vi: 'Tân An', en: 'Tân An' },
    brand: { colour: '#00614f', onColour: '#ffffff' },
    filing: { via: 'portal', basis: [] },
    mayRegister: { allowed: true, basis: [] },
    regulations: [],
    program: 'p',
  },
  agency: {
    id: 'ubnd-phuong-1-tan-an',
    name: 'Ủy ban nhân dân phường 1, thành phố Tân An',
    level: 'commune',
    address: 'Phường 1, thành phố Tân An',
    phone: '0272 000 0020',
    hasOneStopSection: true,
  },
  code: 'H39.21.01-260804-0001',
  submissionNo: 'LA-260804-000123',
  applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123', phone: '0900000039', address: 'Tân An' },
  procedure: {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    field: 'Hộ tịch',
    level: '4',
    caseId: 'thong-thuong',
    caseName: 'Thông thường',
    limit: { n: 0, unit: 'working-day' },
  },
  papers: [{ name: 'Giấy chứng sinh', files: 1 }],
  acceptedAt: at,
  acceptedBy: 'Nguyễn Thanh Hòa',
  clock: {
    startedAt: at,
    dueAt: '2026-08-04T17:00:00+07:00' as Instant,
    why: {
      question: 'processing.due',
      facts: {},
      answer: '2026-08-04T17:00:00+07:00' as Instant,
      basis: [{ regulation: '30/2019/QĐ-UBND', article: '14', clause: '2' }],
      path: 'answered',
      provisional: false,
      program: 'p',
      because: [],
    },
  },
  returnChannel: 'postal',
  lookupUrl: 'http://long-an.localhost:3000/look-up?code=H39.21.01-260804-0001',
}

test('TT 01/2018, form 01: an ordinary slip is one A5 page, titled with the dossier code, in Vietnamese', async () => {
  const pdf = await PDFDocument.load(await receiptSlipPdf(slip), { updateMetadata: false })
  expect(pdf.getPageCount()).toBe(1)
  expect(pdf.getPage(0).getSize()).toEqual({ width: 419.53, height: 595.28 })
  expect(pdf.getTitle()).toBe('Giấy tiếp nhận hồ sơ và hẹn trả kết quả H39.21.01-260804-0001')
  expect(String(pdf.catalog.lookup(PDFName.of('Lang')))).toBe('(vi-VN)')
})

test('a slip with forty long papers goes on over several pages', async () => {
  const name =
    'Giấy tờ chứng minh quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất '.repeat(4)
  const papers = Array.from({ length: 40 }, () => ({ name, files: 2, handedIn: true as const }))
  const pdf = await PDFDocument.load(await receiptSlipPdf({ ...slip, papers }))
  expect(pdf.getPageCount()).toBeGreaterThan(3)
  expect(pdf.getPages().every((page) => page.getHeight() === 595.28)).toBe(true)
})

test('the same slip gives the same bytes whenever it is made', async () => {
  expect(Buffer.compare(await receiptSlipPdf(slip), await receiptSlipPdf(slip))).toBe(0)
})

test('a dossier without a time limit has a slip that says so', async () => {
  const silent = { ...slip, clock: { ...slip.clock, dueAt: null } }
  expect((await PDFDocument.load(await receiptSlipPdf(silent))).getPageCount()).toBe(1)
})

test('every letter of Vietnamese has a glyph in the fonts of the slip', async () => {
  const fonts = await embedFonts(await PDFDocument.create())
  const vowels = 'aăâeêioôơuưy'
  const marks = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  const text = `${[...vowels].flatMap((v) => marks.map((m) => (v + m).normalize('NFC'))).join('')}đ`
  for (const font of Object.values(fonts)) {
    const known = new Set(font.getCharacterSet())
    const missing = [...(text + text.toUpperCase())].filter((letter) => !known.has(letter.codePointAt(0)!))
    expect(missing).toEqual([])
  }
})

import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { SlipDocument, SlipPaper } from '@motcua/domain'
import { expect, test } from 'vitest'
import { embedFonts } from './fonts.ts'
import { slipPdf } from './slip-pdf.ts'
import { sampleSlip as slip } from './testing-slip.ts'

const load = async (one: SlipDocument) => PDFDocument.load(await slipPdf(one), { updateMetadata: false })

test('TT 01/2018, form 01: an ordinary receipt is one A5 page, titled with the dossier code, in Vietnamese', async () => {
  const pdf = await load(slip)
  expect(pdf.getPageCount()).toBe(1)
  expect(pdf.getPage(0).getSize()).toEqual({ width: 419.53, height: 595.28 })
  expect(pdf.getTitle()).toBe('Giấy tiếp nhận hồ sơ và hẹn trả kết quả H39.21.01-260804-0001')
  expect(String(pdf.catalog.lookup(PDFName.of('Lang')))).toBe('(vi-VN)')
})

test.each<[SlipPaper, number, number]>([
  ['A4', 595.28, 841.89],
  ['A4-landscape', 841.89, 595.28],
])('a slip whose form asks for %s is printed on it', async (paper, width, height) => {
  const pdf = await load({ ...slip, paper })
  expect(pdf.getPages().map((page) => page.getSize())).toEqual([{ width, height }])
})

test('a table of two hundred rows goes on over many pages, and so does a cell longer than a page', async () => {
  const table = slip.blocks.find((block) => block.is === 'table')!
  const rows = Array.from({ length: 200 }, (_, i) => [
    String(i + 1),
    'Giấy chứng nhận quyền sử dụng đất',
    '1 tệp',
  ])
  const long = [['1', 'Giấy tờ chứng minh quyền sử dụng đất '.repeat(200), '2 tệp, bản giấy']]
  const pages = async (of: string[][]) =>
    (await load({ ...slip, blocks: [{ ...table, rows: of }] })).getPageCount()
  expect(await pages(rows)).toBeGreaterThan(4)
  expect(await pages(long)).toBeGreaterThan(2)
})

test('the same slip gives the same bytes whenever it is made', async () => {
  expect(Buffer.compare(await slipPdf(slip), await slipPdf(slip))).toBe(0)
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

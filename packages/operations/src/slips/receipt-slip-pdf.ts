import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import type { ReceiptSlipView } from '../views.ts'
import { wordBasis, wordChannel, wordDate, wordLimit, wordMoment } from '../notices/wording.ts'
import { drawQr } from './draw-qr.ts'
import { embedFonts, type Fonts } from './fonts.ts'
import { column, createTypesetter, margin, paper, type TextStyle, type Typesetter } from './typesetter.ts'

const title = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'
const gap = 14

/**
 * The receipt slip as a PDF on A5 (form 01 of Thông tư 01/2018/TT-VPCP), in Vietnamese, with its fonts in it. The same slip
 * gives the same bytes, whenever it is made.
 */
export async function receiptSlipPdf(slip: ReceiptSlipView): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const fonts = await embedFonts(document)
  describe(document, slip)

  const sheet = createTypesetter(document)
  setHead(sheet, fonts, slip)
  setTitle(sheet, fonts, slip)
  setFacts(sheet, fonts, slip)
  setPapers(sheet, fonts, slip)
  setTimes(sheet, fonts, slip)
  setSignatures(sheet, fonts, slip)
  setLookup(sheet, fonts, slip)
  setFeet(document, fonts, slip)
  return document.save()
}

function describe(document: PDFDocument, { code, agency, acceptedAt }: ReceiptSlipView): void {
  const at = new Date(acceptedAt)
  document.setTitle(`${title} ${code}`, { showInWindowTitleBar: true })
  document.setAuthor(agency.name)
  document.setSubject(code)
  document.setLanguage('vi-VN')
  document.setCreator('Motcua')
  document.setProducer('Motcua')
  document.setCreationDate(at)
  document.setModificationDate(at)
}

/** The office on the left, the name and motto of the State on the right. */
function setHead(sheet: Typesetter, { regular, bold }: Fonts, { agency }: ReceiptSlipView): void {
  const width = (column - gap) / 2
  const left = { x: margin.side, width, align: 'centre' as const }
  const right = { x: margin.side + width + gap, width, align: 'centre' as const }
  const top = sheet.y

  sheet.text(inTwoLines(agency.name.toUpperCase(), regular, width), { ...left, font: regular, size: 7.5 })
  sheet.text('BỘ PHẬN TIẾP NHẬN\nVÀ TRẢ KẾT QUẢ', { ...left, font: bold, size: 7.5 })
  const leftEnd = sheet.y

  sheet.y = top
  const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
  sheet.text(nation, { ...right, font: bold, size: sizeToFit(nation, bold, width, 7.5) })
  sheet.text('Độc lập - Tự do - Hạnh phúc', { ...right, font: bold, size: 8 })
  const motto = bold.widthOfTextAtSize('Độc lập - Tự do - Hạnh phúc', 8)
  sheet.page.drawLine({
    start: { x: right.x + (width - motto) / 2, y: sheet.y - 2 },
    end: { x: right.x + (width + motto) / 2, y: sheet.y - 2 },
    thickness: 0.6,
  })
  sheet.y = Math.min(leftEnd, sheet.y) - 10
}

/** A name too long for one line breaks after its first comma, if it has one: before the town, not inside it. */
function inTwoLines(name: string, font: Fonts['regular'], width: number): string {
  return font.widthOfTextAtSize(name, 7.5) <= width ? name : name.replace(', ', ',\n')
}

function setTitle(sheet: Typesetter, { regular, bold }: Fonts, { code, acceptedAt }: ReceiptSlipView): void {
  sheet.text(title.toUpperCase(), { font: bold, size: 11.5, align: 'centre' })
  sheet.text(`Mã hồ sơ: ${code}`, { font: bold, size: 10, align: 'centre' })
  sheet.text(
    `Ngày ${acceptedAt.slice(8, 10)} tháng ${acceptedAt.slice(5, 7)} năm ${acceptedAt.slice(0, 4)}`,
    {
      font: regular,
      size: 8,
      align: 'centre',
    },
  )
  sheet.space(6)
}

function setFacts(
  sheet: Typesetter,
  fonts: Fonts,
  { applicant, procedure, submissionNo }: ReceiptSlipView,
): void {
  fact(sheet, fonts, 'Tiếp nhận hồ sơ của', applicant.fullName, { strong: true })
  fact(sheet, fonts, 'Số định danh cá nhân', applicant.citizenId)
  fact(sheet, fonts, 'Địa chỉ', applicant.address)
  fact(sheet, fonts, 'Số điện thoại', applicant.phone)
  fact(sheet, fonts, 'Thư điện tử', applicant.email)
  fact(sheet, fonts, 'Nội dung giải quyết', `${procedure.name} (${procedure.code})`)
  fact(sheet, fonts, 'Trường hợp', procedure.caseName)
  fact(sheet, fonts, 'Số hồ sơ gửi', submissionNo)
}

function setPapers(sheet: Typesetter, { regular, bold, italic }: Fonts, { papers }: ReceiptSlipView): void {
  sheet.space(4)
  sheet.keepTogether(30)
  sheet.text('Thành phần hồ sơ đã nộp', { font: bold, size: 8.5 })
  if (papers.length === 0) {
    sheet.text('Không có giấy tờ kèm theo ngoài mẫu đơn điện tử.', { font: italic, size: 8.5 })
    return
  }
  const number = { x: margin.side, width: 16, font: regular, size: 8.5 }
  const name = { x: margin.side + 16, width: column - 16 - 66, font: regular, size: 8.5 }
  const count = { x: paper.width - margin.side - 60, width: 60, font: regular, size: 8.5 }
  papers.forEach((given, index) => {
    // A name that would leave its number alone at the foot of a page begins on the next one.
    sheet.keepTogether(Math.min(sheet.heightOf(given.name, name), 40))
    row(sheet, [
      [`${index + 1}.`, number],
      [countWords(given), count],
      [given.name, name],
    ])
  })
  sheet.text('Số lượng hồ sơ: 01 bộ.', { font: regular, size: 8.5 })
}

function countWords({ files, handedIn }: ReceiptSlipView['papers'][number]): string {
  return [files > 0 && `${files} tệp`, handedIn && 'bản giấy'].filter(Boolean).join(', ')
}

function setTimes(
  sheet: Typesetter,
  fonts: Fonts,
  { acceptedAt, clock, procedure, returnChannel }: ReceiptSlipView,
): void {
  // The number of an article stays with its word.
  const basis = clock.why.basis
    .map((place) => wordBasis(place, 'vi').replaceAll('Điều ', 'Điều\u00a0'))
    .join('; ')
  sheet.space(4)
  sheet.keepTogether(90)
  fact(sheet, fonts, 'Thời hạn giải quyết', wordLimit(procedure.limit, 'vi'))
  fact(sheet, fonts, 'Thời gian nhận hồ sơ', wordMoment(acceptedAt, 'vi'))
  fact(
    sheet,
    fonts,
    'Hẹn trả kết quả',
    clock.dueAt === null ? 'Quy định không nêu thời hạn.' : wordMoment(clock.dueAt, 'vi'),
    { strong: true },
  )
  fact(sheet, fonts, 'Căn cứ', basis)
  if (clock.why.provisional) {
    fact(sheet, fonts, 'Lưu ý', 'Ngày hẹn là tạm tính: lịch nghỉ của thời gian đó chưa được công bố.')
  }
  fact(sheet, fonts, 'Nhận kết quả', sentence(wordChannel(returnChannel, 'vi')))
}

function setSignatures(sheet: Typesetter, { bold, italic, regular }: Fonts, slip: ReceiptSlipView): void {
  const width = (column - gap) / 2
  const left = { x: margin.side, width, align: 'centre' as const }
  const right = { x: margin.side + width + gap, width, align: 'centre' as const }
  sheet.space(8)
  sheet.keepTogether(84)
  row(sheet, [
    ['NGƯỜI NỘP HỒ SƠ', { ...left, font: bold, size: 8.5 }],
    ['NGƯỜI TIẾP NHẬN HỒ SƠ', { ...right, font: bold, size: 8.5 }],
  ])
  row(sheet, [
    ['(Ký và ghi rõ họ tên)', { ...left, font: italic, size: 7.5 }],
    ['(Ký và ghi rõ họ tên)', { ...right, font: italic, size: 7.5 }],
  ])
  sheet.space(28)
  row(sheet, [
    [slip.applicant.fullName, { ...left, font: regular, size: 8.5 }],
    [slip.acceptedBy, { ...right, font: regular, size: 8.5 }],
  ])
}

/** The QR code and the address behind it, for a reader without a telephone. */
function setLookup(sheet: Typesetter, { regular, bold }: Fonts, slip: ReceiptSlipView): void {
  const size = 58
  const words = { x: margin.side + size + 10, width: column - size - 10 }
  sheet.space(6)
  sheet.keepTogether(size + 6)
  sheet.rule()
  sheet.space(6)
  const top = sheet.y
  drawQr(sheet.page, slip.lookupUrl, { x: margin.side, y: top, size })
  sheet.text('Tra cứu hồ sơ', { ...words, font: bold, size: 8.5 })
  sheet.text(slip.lookupUrl, { ...words, font: regular, size: 7.5 })
  sheet.text(
    `Cần hỏi thêm: ${slip.agency.phone} (cơ quan tiếp nhận), ${slip.tenant.hotline} (đường dây nóng).`,
    {
      ...words,
      font: regular,
      size: 8,
    },
  )
  sheet.y = Math.min(sheet.y, top - size)
}

/** Code and page number below every page, so that loose sheets find together again. */
function setFeet(
  document: PDFDocument,
  { regular }: Fonts,
  { code, acceptedAt, tenant }: ReceiptSlipView,
): void {
  const pages = document.getPages()
  pages.forEach((page, index) => {
    const words = [
      `${tenant.portalTitle.vi} · ${code} · ${wordDate(acceptedAt, 'vi')}`,
      `Trang ${index + 1}/${pages.length}`,
    ] as const
    const style = { y: 20, font: regular, size: 6.5, color: rgb(0.35, 0.35, 0.36) }
    page.drawText(words[0], { ...style, x: margin.side })
    const width = regular.widthOfTextAtSize(words[1], 6.5)
    page.drawText(words[1], { ...style, x: paper.width - margin.side - width })
  })
}

/** `label: value` with the label in its own column; a missing value leaves no line. */
function fact(
  sheet: Typesetter,
  { regular, bold }: Fonts,
  label: string,
  value: string | undefined,
  { strong = false } = {},
): void {
  if (!value) return
  const labelWidth = 104
  row(sheet, [
    [`${label}:`, { x: margin.side, width: labelWidth, font: regular, size: 8.5 }],
    [
      value,
      {
        x: margin.side + labelWidth,
        width: column - labelWidth,
        font: strong ? bold : regular,
        size: strong ? 9 : 8.5,
      },
    ],
  ])
}

/** Cells side by side: they begin on one line, and the next row begins below the longest. The longest stands last. */
function row(sheet: Typesetter, cells: readonly (readonly [string, TextStyle])[]): void {
  sheet.keepTogether(13)
  const top = sheet.y
  const page = sheet.page
  let end = top
  for (const [words, style] of cells) {
    if (sheet.page === page) sheet.y = top
    sheet.text(words, style)
    end = sheet.page === page ? Math.min(end, sheet.y) : sheet.y
  }
  sheet.y = end
}

function sizeToFit(text: string, font: Fonts['bold'], width: number, size: number): number {
  return Math.min(size, (size * width) / font.widthOfTextAtSize(text, size))
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

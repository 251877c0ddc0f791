import { PDFDocument, rgb, type PDFFont } from '@cantoo/pdf-lib'
import type { SlipBlock, SlipDocument } from '@motcua/domain'
import { drawQr } from './draw-qr.ts'
import { embedFonts, type Fonts } from './fonts.ts'
import { setRow } from './set-row.ts'
import { setTable } from './set-table.ts'
import { motto, nation } from './slip-words.ts'
import { createTypesetter, sheets, type Typesetter } from './typesetter.ts'

const gap = 14

/** A slip as a PDF, in Vietnamese, with its fonts in it. The same slip gives the same bytes, whenever it is made. */
export async function slipPdf(slip: SlipDocument): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const fonts = await embedFonts(document)
  describe(document, slip)

  const setter = createTypesetter(document, sheets[slip.paper])
  setHead(setter, fonts, slip)
  setTitle(setter, fonts, slip)
  for (const block of slip.blocks) setBlock(setter, fonts, block)
  setSignatures(setter, fonts, slip)
  setLookup(setter, fonts, slip)
  setFeet(setter, fonts, slip)
  return document.save()
}

function describe(document: PDFDocument, { title, reference, head, issuedAt }: SlipDocument): void {
  const at = new Date(issuedAt)
  document.setTitle(`${title} ${reference}`, { showInWindowTitleBar: true })
  document.setAuthor(head.agency)
  document.setSubject(reference)
  document.setLanguage('vi-VN')
  document.setCreator('Motcua')
  document.setProducer('Motcua')
  document.setCreationDate(at)
  document.setModificationDate(at)
}

/** The office on the left, the name and motto of the State on the right; the form it follows stands above. */
function setHead(setter: Typesetter, { regular, bold, italic }: Fonts, { head, form }: SlipDocument): void {
  const { sheet, column } = setter
  const size = sheet.size * 0.9
  const small = sheet.size * 0.75
  const width = (column - gap) / 2
  const left = { x: sheet.side, width, align: 'centre' as const }
  const right = { x: sheet.side + width + gap, width, align: 'centre' as const }
  setter.text(form, { ...right, font: italic, size: small })
  setter.space(2)
  const top = setter.y

  setter.text(inTwoLines(head.agency.toUpperCase(), regular, { width, size }), {
    ...left,
    font: regular,
    size,
  })
  setter.text(head.section.toUpperCase(), { ...left, font: bold, size })
  ruleBelow(setter, left, width / 3)
  if (head.number) setter.text(head.number, { ...left, font: regular, size })
  const leftEnd = setter.y

  setter.y = top
  setter.text(nation, { ...right, font: bold, size: sizeToFit(nation, bold, { width, size }) })
  setter.text(motto, { ...right, font: bold, size })
  ruleBelow(setter, right, bold.widthOfTextAtSize(motto, size))
  setter.text(head.placeDate, { ...right, font: italic, size })
  setter.y = Math.min(leftEnd, setter.y) - sheet.size
}

/** A short line under a heading, in the middle of its column. */
function ruleBelow(setter: Typesetter, { x, width }: { x: number; width: number }, length: number): void {
  setter.space(2)
  setter.rule({ x: x + (width - length) / 2, width: length })
  setter.space(3)
}

/** A name too long for one line breaks after its first comma, if it has one: before the town, not inside it. */
function inTwoLines(name: string, font: PDFFont, { width, size }: { width: number; size: number }): string {
  return font.widthOfTextAtSize(name, size) <= width ? name : name.replace(', ', ',\n')
}

function setTitle(setter: Typesetter, { regular, bold }: Fonts, { title, addressee }: SlipDocument): void {
  const { size } = setter.sheet
  setter.text(title.toUpperCase(), { font: bold, size: size * 1.35, align: 'centre' })
  if (addressee) {
    setter.space(size * 0.5)
    setter.text(`Kính gửi: ${addressee}`, { font: regular, size, align: 'centre' })
  }
  setter.space(size * 0.8)
}

function setBlock(setter: Typesetter, fonts: Fonts, block: SlipBlock): void {
  const { size } = setter.sheet
  switch (block.is) {
    case 'heading':
      setter.space(size * 0.4)
      setter.keepTogether(size * 4)
      return setter.text(`${block.text}:`, { font: fonts.bold, size })
    case 'text': {
      const font = block.tone === 'strong' ? fonts.bold : block.tone === 'note' ? fonts.italic : fonts.regular
      setter.text(block.text, { font, size })
      return setter.space(size * 0.4)
    }
    case 'facts':
      for (const { label, value, strong } of block.facts) {
        const wide = setter.column * 0.36
        setRow(setter, [
          [`${label}:`, { x: setter.sheet.side, width: wide - 4, font: fonts.regular, size }],
          [
            value,
            {
              x: setter.sheet.side + wide,
              width: setter.column - wide,
              font: strong ? fonts.bold : fonts.regular,
              size,
            },
          ],
        ])
      }
      return setter.space(size * 0.4)
    case 'table':
      setTable(setter, fonts, block)
      return setter.space(size * 0.6)
    default:
      return block satisfies never
  }
}

/** One signature stands on the right, where the office signs; two stand side by side. */
function setSignatures(
  setter: Typesetter,
  { bold, italic, regular }: Fonts,
  { signatures }: SlipDocument,
): void {
  if (signatures.length === 0) return
  const { size, side } = setter.sheet
  const count = Math.max(2, signatures.length)
  const width = (setter.column - gap * (count - 1)) / count
  const cells = (words: (of: SlipDocument['signatures'][number]) => string, font: PDFFont, at: number) =>
    signatures.map((signature, i) => {
      const x = side + (width + gap) * (i + count - signatures.length)
      return [words(signature), { x, width, align: 'centre' as const, font, size: at }] as const
    })
  setter.space(size)
  setter.keepTogether(size * 10)
  setRow(
    setter,
    cells(({ title }) => title.toUpperCase(), bold, size),
  )
  setRow(
    setter,
    cells(({ hint }) => hint, italic, size * 0.9),
  )
  setter.space(size * 3)
  setRow(
    setter,
    cells(({ name }) => name, regular, size),
  )
}

/** The QR code and the address behind it, for a reader without a telephone. */
function setLookup(setter: Typesetter, { regular, bold }: Fonts, { lookup }: SlipDocument): void {
  if (!lookup) return
  const { size: text, side } = setter.sheet
  const size = lookup.qr ? 50 : 0
  const indent = lookup.qr ? size + 10 : 0
  const words = { x: side + indent, width: setter.column - indent }
  setter.space(text)
  setter.keepTogether(Math.max(size, text * 6) + 6)
  setter.rule()
  setter.space(6)
  const top = setter.y
  if (lookup.qr) drawQr(setter.page, lookup.url, { x: side, y: top, size })
  setter.text('Tra cứu hồ sơ', { ...words, font: bold, size: text })
  for (const line of [lookup.url, ...lookup.lines])
    setter.text(line, { ...words, font: regular, size: text * 0.9 })
  setter.y = Math.min(setter.y, top - size)
}

/** What it is and the page number below every page, so that loose sheets find together again. */
function setFeet({ document, sheet }: Typesetter, { regular }: Fonts, { foot }: SlipDocument): void {
  const pages = document.getPages()
  pages.forEach((page, index) => {
    const size = 6.5
    const number = `Trang ${index + 1}/${pages.length}`
    const style = { y: 20, font: regular, size, color: rgb(0.35, 0.35, 0.36) }
    page.drawText(foot, { ...style, x: sheet.side })
    page.drawText(number, {
      ...style,
      x: sheet.width - sheet.side - regular.widthOfTextAtSize(number, size),
    })
  })
}

function sizeToFit(text: string, font: PDFFont, { width, size }: { width: number; size: number }): number {
  return Math.min(size, (size * width) / font.widthOfTextAtSize(text, size))
}

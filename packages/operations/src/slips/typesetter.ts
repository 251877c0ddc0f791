import { rgb, type PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import type { SlipPaper } from '@motcua/domain'
import { wrapText } from './wrap-text.ts'

/** A sheet, its margins and the size its text is set in, in points. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
  readonly bottom: number
  readonly size: number
}

export const sheets: Readonly<Record<SlipPaper, Sheet>> = {
  A5: { width: 419.53, height: 595.28, side: 34, top: 30, bottom: 40, size: 8.5 },
  A4: { width: 595.28, height: 841.89, side: 62, top: 50, bottom: 52, size: 11 },
  'A4-landscape': { width: 841.89, height: 595.28, side: 40, top: 36, bottom: 40, size: 8 },
}

export interface TextStyle {
  readonly font: PDFFont
  readonly size: number
  readonly align?: 'left' | 'centre'
  /** Left edge and width of the column; the whole page's unless told. */
  readonly x?: number
  readonly width?: number
}

/** Vietnamese stacks two marks on a letter: its lines need room. */
export const leading = 1.4

/** Sets text from the top down and opens a new page when one is full. `y` is where the next line goes. */
export interface Typesetter {
  readonly document: PDFDocument
  readonly sheet: Sheet
  /** Width between the margins. */
  readonly column: number
  page: PDFPage
  y: number
  /** Sets a paragraph, page after page if need be. */
  text(words: string, style: TextStyle): void
  /** Sets one line that fits, where it stands, and does not move on. */
  line(words: string, style: TextStyle): void
  linesOf(words: string, style: TextStyle): string[]
  /** Opens a new page unless `height` fits below; says whether it did. */
  keepTogether(height: number): boolean
  /** Draws a line across, from `x` on. */
  rule(at?: { x: number; width: number }): void
  space(points: number): void
}

const ink = rgb(0.09, 0.09, 0.1)
const grey = rgb(0.55, 0.55, 0.56)

/** Starts a document's first page. */
export function createTypesetter(document: PDFDocument, sheet: Sheet): Typesetter {
  const { width: wide, height: high, side, top, bottom } = sheet
  const column = wide - 2 * side
  const newPage = (): PDFPage => document.addPage([wide, high])
  return {
    document,
    sheet,
    column,
    page: newPage(),
    y: high - top,
    text(words, style) {
      for (const line of this.linesOf(words, style)) {
        this.keepTogether(style.size * leading)
        this.line(line, style)
        this.y -= style.size * leading
      }
    },
    line(words, { font, size, align = 'left', x = side, width = column }) {
      const indent = align === 'centre' ? (width - font.widthOfTextAtSize(words, size)) / 2 : 0
      const y = this.y - size * (leading - 0.25)
      this.page.drawText(words, { x: x + indent, y, size, font, color: ink })
    },
    linesOf: (words, { font, size, width = column }) =>
      wrapText(words, width, (text) => font.widthOfTextAtSize(text, size)),
    keepTogether(height) {
      if (this.y - height >= bottom) return false
      this.page = newPage()
      this.y = high - top
      return true
    },
    rule({ x, width } = { x: side, width: column }) {
      const y = this.y
      this.page.drawLine({ start: { x, y }, end: { x: x + width, y }, thickness: 0.5, color: grey })
    },
    space(points) {
      this.y -= points
    },
  }
}

import { rgb, type PDFDocument, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'
import { wrapText } from './wrap-text.ts'

/** A5 upright, in points. */
export const paper = { width: 419.53, height: 595.28 }
export const margin = { side: 34, top: 32, bottom: 40 }
export const column = paper.width - 2 * margin.side

export interface TextStyle {
  readonly font: PDFFont
  readonly size: number
  readonly align?: 'left' | 'centre'
  /** Left edge and width of the column; the whole page's unless told. */
  readonly x?: number
  readonly width?: number
  /** Distance of the lines as a multiple of the size; 1.45 unless told: Vietnamese stacks two marks on a letter. */
  readonly leading?: number
}

/** Sets text from the top down and opens a new page when one is full. `y` is where the next line goes. */
export interface Typesetter {
  readonly document: PDFDocument
  page: PDFPage
  y: number
  /** Sets a paragraph, page after page if need be. */
  text(words: string, style: TextStyle): void
  /** Height a paragraph will take. */
  heightOf(words: string, style: TextStyle): number
  /** Opens a new page unless `height` fits below. */
  keepTogether(height: number): void
  rule(): void
  space(points: number): void
}

const ink = rgb(0.09, 0.09, 0.1)
const grey = rgb(0.55, 0.55, 0.56)

/** Starts a document's first page. */
export function createTypesetter(document: PDFDocument): Typesetter {
  const lines = (words: string, { font, size, width = column }: TextStyle): string[] =>
    wrapText(words, width, (text) => font.widthOfTextAtSize(text, size))
  const newPage = (): PDFPage => document.addPage([paper.width, paper.height])

  return {
    document,
    page: newPage(),
    y: paper.height - margin.top,
    text(words, style) {
      const { font, size, align = 'left', x = margin.side, width = column, leading = 1.45 } = style
      for (const line of lines(words, style)) {
        this.keepTogether(size * leading)
        this.y -= size * leading
        const indent = align === 'centre' ? (width - font.widthOfTextAtSize(line, size)) / 2 : 0
        this.page.drawText(line, { x: x + indent, y: this.y + size * 0.25, size, font, color: ink })
      }
    },
    heightOf: (words, style) => lines(words, style).length * style.size * (style.leading ?? 1.45),
    keepTogether(height) {
      if (this.y - height >= margin.bottom) return
      this.page = newPage()
      this.y = paper.height - margin.top
    },
    rule() {
      this.page.drawLine({
        start: { x: margin.side, y: this.y },
        end: { x: paper.width - margin.side, y: this.y },
        thickness: 0.5,
        color: grey,
      })
    },
    space(points) {
      this.y -= points
    },
  }
}

import { rgb } from '@cantoo/pdf-lib'
import type { SlipTable } from '@motcua/domain'
import type { Fonts } from './fonts.ts'
import { leading, type TextStyle, type Typesetter } from './typesetter.ts'

const padding = 3
const line = { thickness: 0.5, color: rgb(0.35, 0.35, 0.36) }

/** Draws a table with its lines. Its head stands again on every page it goes on over. */
export function setTable(
  setter: Typesetter,
  { regular, bold, italic }: Fonts,
  { columns, rows, none }: SlipTable,
): void {
  const { size } = setter.sheet
  if (rows.length === 0) {
    setter.text(none, { font: italic, size })
    return
  }
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (setter.column * share) / whole)
  const edges = widths.reduce<number[]>((at, width) => [...at, at.at(-1)! + width], [setter.sheet.side])
  const style = (i: number, font: TextStyle['font']): TextStyle => ({
    font,
    size,
    x: edges[i]! + padding,
    width: widths[i]! - 2 * padding,
  })
  const head = columns.map(({ label }, i) => setter.linesOf(label, style(i, bold)))

  const setCells = (cells: readonly string[][], font: TextStyle['font']): void => {
    const pitch = size * leading
    const most = Math.max(...cells.map((lines) => lines.length))
    let top = setter.y
    setter.space(padding / 2)
    for (let i = 0; i < most; i++) {
      if (setter.y - pitch - padding < setter.sheet.bottom) {
        if (i > 0) frame(setter, edges, top)
        setter.keepTogether(Number.POSITIVE_INFINITY)
        if (font !== bold) setCells(head, bold)
        top = setter.y
        setter.space(padding / 2)
      }
      for (const [at, lines] of cells.entries()) {
        const words = lines[i]
        if (words) setter.line(words, style(at, font))
      }
      setter.space(pitch)
    }
    setter.space(padding / 2)
    frame(setter, edges, top)
  }

  // The head and the first row stand on one page.
  setter.keepTogether(size * leading * 4)
  setCells(head, bold)
  for (const row of rows) {
    const cells = row.map((words, i) => setter.linesOf(words, style(i, regular)))
    const high = Math.max(...cells.map((lines) => lines.length)) * size * leading + padding
    const fitsOnePage = high < setter.sheet.height / 3
    if (fitsOnePage && setter.keepTogether(high)) setCells(head, bold)
    setCells(cells, regular)
  }
}

/** Lines around the cells between `top` and where the setter stands. */
function frame({ page, y }: Typesetter, edges: readonly number[], top: number): void {
  const [left, right] = [edges[0]!, edges.at(-1)!]
  for (const height of [top, y])
    page.drawLine({ start: { x: left, y: height }, end: { x: right, y: height }, ...line })
  for (const x of edges) page.drawLine({ start: { x, y: top }, end: { x, y }, ...line })
}

import { leading, type TextStyle, type Typesetter } from './typesetter.ts'

/** Words of one cell and how they are set. */
export type Cell = readonly [words: string, style: TextStyle]

/**
 * Cells side by side: they begin on one line and the next row begins below the longest. A row that is higher than what is
 * left of the page goes on over the next one, line by line.
 */
export function setRow(setter: Typesetter, cells: readonly Cell[]): void {
  const columns = cells.map(([words, style]) => ({ lines: setter.linesOf(words, style), style }))
  const pitch = Math.max(...cells.map(([, { size }]) => size)) * leading
  const most = Math.max(...columns.map(({ lines }) => lines.length))
  for (let i = 0; i < most; i++) {
    setter.keepTogether(pitch)
    for (const { lines, style } of columns) {
      const line = lines[i]
      if (line) setter.line(line, style)
    }
    setter.space(pitch)
  }
}

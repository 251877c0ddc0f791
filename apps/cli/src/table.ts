/** Rows as text in columns two spaces apart; the last column is as long as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - width(cell)),
      )
      .join('  ')
      .trimEnd()
  return rows.map((row) => `${line(row)}\n`).join('')
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Columns on the screen: one for each letter as seen, however many marks it is written with. */
const width = (text: string) => [...graphemes.segment(text)].length

/** Paragraphs of a page, with an empty line between them. */
export const part = (...paragraphs: readonly string[]): string =>
  paragraphs.map((one) => one.trim()).join('\n\n')

/** A row of a table; what would end a cell is written so that it does not. */
export const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

export const tableOf = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n')

export const code = (text: string): string => `\`${text}\``

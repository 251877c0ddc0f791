/** How wide a piece of text is, in the unit the column is measured in. */
export type Measure = (text: string) => number

/**
 * Breaks text into lines no wider than `width`, at spaces; a word that is wider than the whole column is broken
 * after one of its own dividers (as in an address) or else between letters, never between a letter and its mark. Line
 * ends of the text are kept.
 */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, width, measure))
}

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = measure(word) <= width ? [word] : breakWord(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function breakWord(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      const divider = Math.max(...['/', '?', '&', '=', '-', '.', ','].map((sign) => piece.lastIndexOf(sign)))
      // A divider near the start would leave a line almost empty.
      const end = divider > piece.length / 2 ? divider + 1 : piece.length
      pieces.push(piece.slice(0, end))
      piece = piece.slice(end)
    }
    piece += letter
  }
  return [...pieces, piece]
}

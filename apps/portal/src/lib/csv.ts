/**
 * One line of a file for spreadsheets. A cell that begins like a formula is written as text, so that what somebody typed
 * into a form is never run by a spreadsheet.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What OWASP ASVS 5 asks at levels 1 and 2, and what a document says of it. */
import { existsSync, readFileSync } from 'node:fs'

/** Every requirement of levels 1 and 2 by its number; a dash leads from the first to the last of a section's row. */
const asked = `
  1.1.1–1.1.2 1.2.1–1.2.9 1.3.1–1.3.11 1.4.1–1.4.3 1.5.1–1.5.2 2.1.1–2.1.3 2.2.1–2.2.3 2.3.1–2.3.4 2.4.1
  3.2.1–3.2.2 3.3.1–3.3.4 3.4.1–3.4.6 3.5.1–3.5.5 3.7.1–3.7.2 4.1.1–4.1.3 4.2.1 4.3.1–4.3.2 4.4.1–4.4.4
  5.1.1 5.2.1–5.2.3 5.3.1–5.3.2 5.4.1–5.4.3 6.1.1–6.1.3 6.2.1–6.2.12 6.3.1–6.3.4 6.4.1–6.4.4 6.5.1–6.5.5
  6.6.1–6.6.3 6.8.1–6.8.4 7.1.1–7.1.3 7.2.1–7.2.4 7.3.1–7.3.2 7.4.1–7.4.5 7.5.1–7.5.2 7.6.1–7.6.2
  8.1.1–8.1.2 8.2.1–8.2.3 8.3.1 8.4.1 9.1.1–9.1.3 9.2.1–9.2.4 10.1.1–10.1.2 10.2.1–10.2.2 10.3.1–10.3.4
  10.4.1–10.4.11 10.5.1–10.5.5 10.6.1–10.6.2 10.7.1–10.7.3 11.1.1–11.1.2 11.2.1–11.2.3 11.3.1–11.3.3
  11.4.1–11.4.4 11.5.1 11.6.1 12.1.1–12.1.3 12.2.1–12.2.2 12.3.1–12.3.4 13.1.1 13.2.1–13.2.5 13.3.1–13.3.2
  13.4.1–13.4.5 14.1.1–14.1.2 14.2.1–14.2.4 14.3.1–14.3.3 15.1.1–15.1.3 15.2.1–15.2.3 15.3.1–15.3.7 16.1.1
  16.2.1–16.2.5 16.3.1–16.3.4 16.4.1–16.4.3 16.5.1–16.5.3 17.1.1 17.2.1–17.2.4 17.3.1–17.3.2
`

/** What is wrong with the tables of a document: a requirement said never or twice, a test that is not there. */
export function faultsOfSecurityTables(file: string): { line: number; text: string }[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ line: index + 1, cells: text.split('|').map((cell) => cell.trim()) }))
    .filter(({ cells }) => /^\d+\.\d+\.\d+/.test(cells[1] ?? ''))
  const said = rows.flatMap(({ line, cells }) => numbersIn(cells[1]!).map((number) => ({ line, number })))
  const needed = numbersIn(asked)
  const missing = needed
    .filter((number) => !said.some((row) => row.number === number))
    .map((number) => ({ line: 1, text: `says nothing of ASVS ${number}` }))
  const doubled = said
    .filter(({ number }, index) => said.findIndex((row) => row.number === number) < index)
    .map(({ line, number }) => ({ line, text: `speaks twice of ASVS ${number}` }))
  const untested = rows.flatMap(({ line, cells }) => {
    const [, file, title] = /^`([^`]+\.(?:test|spec)\.ts)` — (.+)$/.exec(cells[4] ?? '') ?? []
    const there = file === undefined || (existsSync(file) && readFileSync(file, 'utf8').includes(title!))
    return there ? [] : [{ line, text: `names a test that is not there: ${file} — ${title}` }]
  })
  return [...missing, ...doubled, ...untested]
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(/(\d+\.\d+)\.(\d+)(?:–\1\.(\d+))?/g)].flatMap(([, section, first, last]) =>
    Array.from(
      { length: Number(last ?? first) - Number(first) + 1 },
      (_, index) => `${section}.${Number(first) + index}`,
    ),
  )
}

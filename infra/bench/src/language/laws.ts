import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BoundProgram, type OfficeHours, type SourceFile, bindCalendar, compile } from '@motcua/dsl'

const rules = fileURLToPath(new URL('../../../../rules/', import.meta.url))

/** The hours the worked cases assume. */
export const officeHours: OfficeHours = {
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '07:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
}

const filesIn = (folder: string): SourceFile[] =>
  readdirSync(rules + folder)
    .filter((name) => name.endsWith('.quyche'))
    .map((name) => ({
      path: `rules/${folder}/${name}`,
      text: readFileSync(`${rules}${folder}/${name}`, 'utf8'),
    }))

/** The files of one province with all national ones. */
export const filesOf = (province: string): SourceFile[] => [...filesIn('national'), ...filesIn(province)]

export function lawOf(province: string): BoundProgram {
  const { program, diagnostics } = compile(filesOf(province))
  if (!program) throw new Error(`the rules of ${province} do not compile: ${diagnostics[0]?.message.en}`)
  return bindCalendar(program, officeHours)
}

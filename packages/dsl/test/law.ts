import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type BoundProgram,
  type OfficeHours,
  type Program,
  type SourceFile,
  bindCalendar,
  compile,
} from '../src/index.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The office hours the worked cases assume: Monday to Friday, eight hours a day. */
export const demonstrationHours: OfficeHours = {
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '07:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
}

export const provinces = ['tuyen-quang', 'long-an', 'ha-nam', 'phu-tho'] as const
export type Province = (typeof provinces)[number]

const filesIn = (folder: string): SourceFile[] =>
  readdirSync(`${root}rules/${folder}`)
    .filter((name) => name.endsWith('.quyche'))
    .map((name) => ({ path: `rules/${folder}/${name}`, text: read(`rules/${folder}/${name}`) }))

export const read = (path: string): string => readFileSync(root + path, 'utf8')
export const nationalFiles = filesIn('national')
export const filesOf = (province: Province): SourceFile[] => [...nationalFiles, ...filesIn(province)]
export const allFiles: SourceFile[] = [...nationalFiles, ...provinces.flatMap((one) => filesIn(one))]

/** The program of files that are known to be right. */
export function programOf(files: readonly SourceFile[]): Program {
  const { program, diagnostics } = compile(files)
  if (!program) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message.en}`).join('\n'))
  return program
}

const known = new Map<Province, BoundProgram>()

/** A province's law with the demonstration office hours. */
export function lawOf(province: Province): BoundProgram {
  const found = known.get(province) ?? bindCalendar(programOf(filesOf(province)), demonstrationHours)
  known.set(province, found)
  return found
}

/** A regulation of a made-up province around some rules, with everything that the checks ask for. */
export function regulation(body: string, header = ''): SourceFile {
  return { path: 'thu.quyche', text: `${heading}${header}\n${body}\n` }
}

const heading = `quy chế "1/2020/QĐ-UBND" của "Thử"
tên "Quy chế thử" / "A regulation to try things with"
có hiệu lực 01/01/2020
cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp
các mức độ {3, 4}
`

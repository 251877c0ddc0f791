import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Diagnostic, type SourceFile, compile, renderDiagnostic, runExamples } from '../../src/index.ts'
import { nationalFiles } from '../law.ts'
import { cases } from './codes/cases.ts'
import { type CodePage, filesOf, mendedFilesOf } from './codes/code-page.ts'
import { figures } from './codes/figures.ts'
import { links } from './codes/links.ts'
import { meaning } from './codes/meaning.ts'
import { proofs } from './codes/proofs.ts'
import { reading } from './codes/reading.ts'
import { sentences } from './codes/sentences.ts'

/** Every code that has a page, in order. */
export const codePages: readonly CodePage[] = [
  ...reading,
  ...sentences,
  ...meaning,
  ...cases,
  ...figures,
  ...links,
  ...proofs,
].toSorted((a, b) => (a.code.slice(1) + a.code < b.code.slice(1) + b.code ? -1 : 1))

/** Codes no file can give: they are faults of the language itself, not of an author. */
export const withoutExample: readonly string[] = ['E0299']

/** Every code that stands in the source of the language. */
export function codesInSource(): string[] {
  const home = fileURLToPath(new URL('../../src', import.meta.url))
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const texts = files.map((name) => readFileSync(`${home}/${name}`, 'utf8'))
  const written = texts.flatMap((text) => text.match(/(?<=')[EWI]\d{4}(?=')/g) ?? [])
  // Of a fault that a reading may turn into information only the number is written out.
  const numbers = texts.flatMap((text) => text.match(/(?<=\}|: ')0\d{3}(?=`|')/g) ?? [])
  return [...new Set([...written, ...numbers.map((number) => `E${number}`)])].toSorted()
}

/** What is said of the files of a page, beside the nation's: of faults, and of examples where the page is about them. */
export function saidOf(files: readonly SourceFile[], about: string): Diagnostic[] {
  const ownCalendar = files.some(({ text }) => text.startsWith('niên lịch'))
  const national = nationalFiles.filter(({ text }) => !(ownCalendar && /^niên lịch/m.test(text)))
  const paths = files.map(({ path }) => path)
  const { program, diagnostics, information } = compile([...national, ...files])
  const told = about.startsWith('I') ? information.filter(({ code }) => code === about) : []
  const examples = program && /1001|1002/.test(about) ? runExamples(program, paths).diagnostics : []
  return [...diagnostics, ...told, ...examples].filter(({ span }) => paths.includes(span.path))
}

/** The page of a code: what it means, the smallest file that gives it, what is said of it, how it is mended. */
export function pageOf(page: CodePage): string {
  const files = filesOf(page)
  const found = saidOf(files, page.code)
  const rendered = (lang: 'vi' | 'en') =>
    fence('text', found.map((one) => renderDiagnostic(one, files, lang)).join('\n\n'))
  return `${[
    `# ${page.code} · ${page.title.vi} · ${page.title.en}`,
    page.means.vi,
    ...(page.told ? [page.told.vi] : files.map((file) => shown(file, files.length > 1))),
    ...(page.told ? [] : [rendered('vi')]),
    `**Cách sửa.** ${page.mend.vi}`,
    ...(page.told || page.change.length === 0 ? [] : [fence('diff', changesOf(page))]),
    '---',
    `**${page.title.en}.** ${page.means.en}`,
    ...(page.told ? [page.told.en] : [rendered('en')]),
    `**To mend it.** ${page.mend.en}`,
    '[Mọi mã chẩn đoán · All codes](README.md)',
  ].join('\n\n')}\n`
}

const fence = (kind: string, text: string): string => `\`\`\`${kind}\n${text.trimEnd()}\n\`\`\``

const shown = ({ path, text }: SourceFile, named: boolean): string =>
  named ? `\`${path}\`\n\n${fence('quyche', text)}` : fence('quyche', text)

/** The lines that go and the lines that come, of each file that changes. */
function changesOf(page: CodePage): string {
  const mended = mendedFilesOf(page)
  return filesOf(page)
    .flatMap(({ text }, i) => linesApart(text.split('\n'), mended[i]!.text.split('\n')))
    .join('\n')
}

function linesApart(before: readonly string[], after: readonly string[]): string[] {
  const begins = before.findIndex((line, i) => line !== after[i])
  if (begins < 0) return []
  let ends = 0
  while (
    ends < Math.min(before.length, after.length) - begins &&
    before.at(-1 - ends) === after.at(-1 - ends)
  )
    ends++
  const own = (lines: readonly string[]) => lines.slice(begins, lines.length - ends)
  return [...own(before).map((line) => `- ${line}`), ...own(after).map((line) => `+ ${line}`)].map((line) =>
    line.trimEnd(),
  )
}

/** The list of all codes, in groups. */
export function indexOfCodes(): string {
  const groups: readonly (readonly [RegExp, string])[] = [
    [/^.01/, 'Đọc chữ · Reading words'],
    [/^.02/, 'Câu và phần mở đầu · Statements and headings'],
    [/^.03/, 'Nghĩa của câu · What a statement means'],
    [/^.04|^.09/, 'Trường hợp và phân loại · Cases and classes'],
    [/^.05/, 'Dẫn chiếu · References'],
    [/^.06/, 'So với quy định quốc gia · Beside national law'],
    [/^.07/, 'Thời gian biểu · Timelines'],
    [/^.08/, 'Phiên bản · Versions'],
    [/^.1/, 'Ví dụ và lịch · Examples and the calendar'],
  ]
  const rows = (of: RegExp) =>
    codePages
      .filter(({ code }) => of.test(code))
      .map(({ code, title }) => `| [${code}](${code}.md) | ${title.vi} | ${title.en} |`)
  const parts = groups.flatMap(([of, name]) => {
    const found = rows(of)
    return found.length === 0
      ? []
      : [[`## ${name}`, '', '| mã · code | nghĩa | meaning |', '| --- | --- | --- |', ...found].join('\n')]
  })
  return `${[
    '# Mã chẩn đoán · Diagnostic codes',
    'Mỗi mã có một trang: nghĩa, tệp nhỏ nhất gây ra nó, điều máy nói, cách sửa. E là lỗi, W là cảnh báo, I là thông tin.',
    '_Each code has a page: what it means, the smallest file that gives it, what is said, how to mend it. E is an error, W a warning, I information._',
    ...parts,
    'E0299 (hai cách đọc) không thể do người viết gây ra: đó là lỗi của ngôn ngữ, xin báo lại. _E0299 (two readings) cannot be caused by an author; please report it._',
  ].join('\n\n')}\n`
}

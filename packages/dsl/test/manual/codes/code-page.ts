import type { Bilingual } from '../../../src/index.ts'

/** What a page tells of one diagnostic code, and the smallest files that give it. */
export interface CodePage {
  readonly code: string
  readonly title: Bilingual
  /** What the machine has found, and why it asks. */
  readonly means: Bilingual
  readonly mend: Bilingual
  /**
   * The file that gives the code and no other. What begins with `…` is written after the usual heading of a trial
   * regulation. Several files, by name, where it takes several.
   */
  readonly file: string | Readonly<Record<string, string>>
  /** What is put in the place of what, to mend it; in the file of that name where there are several. */
  readonly change: readonly (readonly [from: string | RegExp, to: string, file?: string])[]
  /** Too long to be shown: the page tells what the file is like. */
  readonly told?: Bilingual
}

export const heading = `quy chế "1/2020/QĐ-UBND" của "Thử"
  tên "Quy chế thử" / "A trial regulation"
  có hiệu lực 01/01/2020
  cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp
  các mức độ {3, 4}
`

/** The files of a page, each with its heading. */
export function filesOf({ file }: CodePage): { path: string; text: string }[] {
  const all = typeof file === 'string' ? { 'thu.quyche': file } : file
  return Object.entries(all).map(([path, text]) => ({
    path,
    text: `${text.replace(/^…\n/, `${heading}\n`).trim()}\n`,
  }))
}

/** The same files, mended. */
export function mendedFilesOf(page: CodePage): { path: string; text: string }[] {
  return filesOf(page).map(({ path, text }) => ({
    path,
    text: page.change.reduce(
      (sum, [from, to, file]) => (file === undefined || file === path ? sum.replace(from, to) : sum),
      text,
    ),
  }))
}

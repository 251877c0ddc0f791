import { expect, test, vi } from 'vitest'
import { readAgain } from '../src/compile/memory.ts'
import { type SourceFile, compile, runExamples } from '../src/index.ts'
import { readFile } from '../src/read.ts'
import { newFindings } from '../src/source/diagnostic.ts'
import { mutationsOf } from '../scripts/mutations.ts'
import { allFiles, filesOf } from './law.ts'

/** Everything a compilation gives, as text. */
const whole = ({ program, ...rest }: ReturnType<typeof compile>): string =>
  JSON.stringify([rest, program?.hash, program?.compiled, program?.trees])

/** The same file with one slip of the pen. */
function edited(file: SourceFile, n: number): SourceFile {
  const all = mutationsOf(file.text)
  const { from, to, text } = all[(n * 7_919) % all.length]!
  return { ...file, text: file.text.slice(0, from) + text + file.text.slice(to) }
}

test('what is kept of a text is what reading it gives, even after it was checked, compiled and its examples run', () => {
  const { program } = compile(filesOf('long-an'))
  runExamples(program!)
  for (const file of allFiles) {
    const [kept, afresh] = [newFindings(), newFindings()]
    expect(JSON.stringify(readAgain(file, kept))).toBe(JSON.stringify(readFile(file, afresh)))
    expect(kept.list).toEqual(afresh.list)
  }
})

test('a check after many edits gives what the first check of a fresh program gives', async () => {
  const files = filesOf('tuyen-quang')
  const last = files.at(-1)!
  const withEdit = (n: number) => [...files.slice(0, -1), edited(last, n)]
  for (let n = 0; n < 12; n++) compile(withEdit(n))
  for (const n of [3, 11]) {
    vi.resetModules()
    const fresh = await import('../src/index.ts')
    expect(whole(compile(withEdit(n)))).toBe(whole(fresh.compile(withEdit(n))))
  }
  expect(whole(compile(files))).toBe(whole(compile(files.map((file) => ({ ...file })))))
}, 30_000)

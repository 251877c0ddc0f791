import { readFileSync, readdirSync } from 'node:fs'
import { lexemes } from '../src/syntax/lexemes.ts'
import { parseStatement } from '../src/syntax/parse.ts'
import { split } from '../src/syntax/split.ts'
import { allFiles } from './law.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Kinds of statements that no regulation has written yet. */
const unwritten = [
  'điều khoản này có hiệu lực từ ngày 01/01/2026',
  'điều khoản này có hiệu lực từ ngày 01/01/2026 đến hết ngày 30/06/2026',
  'điều khoản này có hiệu lực đến hết ngày 30/06/2026',
  'áp dụng theo thời điểm thực hiện',
  'không quá 15 ngày làm việc',
  'chuyển tiếp việc đang giải quyết theo quy định cũ tại khoản 2 Điều 3',
  'nguyên văn «một đoạn» dấu đối chiếu "0123456789abcdef"',
  'các cấp hành chính {cấp tỉnh, cấp xã} kế thừa {cấp xã = cấp huyện}',
]

/** One statement of each kind and length, as the regulations write it, on one line. */
export function statementSamples(): Map<string, string> {
  const accepts = readdirSync(new URL('accepts', import.meta.url)).map((name) => read(`accepts/${name}`))
  const found = new Map<string, string>()
  for (const text of [...allFiles.map((file) => file.text), ...accepts, ...unwritten]) {
    for (const { lexemes: all } of split(lexemes(text))) {
      const parsed = parseStatement(all)
      if (!parsed.ok) continue
      const kind = `${parsed.cst.k} ${parsed.cst.d.length}`
      const line = text.slice(all[0]!.from, all.at(-1)!.to).replace(/\s+/g, ' ')
      if (!found.has(kind)) found.set(kind, line)
    }
  }
  return found
}

import { type CoverageLine, coverage } from '@motcua/dsl'
import { now } from '../clock.ts'
import type { Command } from '../command.ts'
import { table } from '../table.ts'
import { basisText } from './basis.ts'
import { dayOf } from './day.ts'
import { lawOf } from './law.ts'

/** Says of every question how a province's law stands to it on a day, and by which article. */
export const command: Command = {
  usage: 'TENANT [--at DATE]',
  options: { at: { type: 'string' } },
  operands: [1, 1],

  async run({ io, operands, options, lang, json }) {
    const at = dayOf(options.at ?? now().slice(0, 10))
    const lines = coverage(await lawOf(operands[0]!, io.cwd), at)
    if (json) {
      await io.out(`${JSON.stringify({ at, questions: lines })}\n`)
      return 0
    }
    const rows = lines.map((line) => [
      line.question,
      standing(line)[lang],
      line.basis.map((one) => basisText(one, lang)).join('; ') + noteOf(line)[lang],
    ])
    await io.out(table(rows))
    return 0
  },
}

/** Why the value of a rule is not recorded, where it is not. */
const noteOf = ({ note }: CoverageLine) =>
  note ? { vi: ` (chưa ghi: ${note.vi})`, en: ` (not recorded: ${note.en})` } : { vi: '', en: '' }

function standing({ path, partly }: CoverageLine) {
  const [vi, en] = {
    answered: ['tỉnh quy định', 'answered'],
    delegated: ['dẫn chiếu', 'delegated'],
    inherited: ['theo quy định quốc gia', 'inherited'],
    silent: ['không quy định', 'silent'],
  }[path] as [string, string]
  return partly ? { vi: `${vi} một phần`, en: `${en} in part` } : { vi, en }
}

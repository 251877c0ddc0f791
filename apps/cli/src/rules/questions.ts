import { questions } from '@motcua/dsl'
import type { Command } from '../command.ts'
import { table } from '../table.ts'

/** Lists every question the system asks of a regulation: what a province's law can answer, and nothing else can be asked. */
export const command: Command = {
  usage: '',
  operands: [0, 0],

  async run({ io, json, lang }) {
    if (json) {
      const listed = questions.map(({ key, kind, facts, phrase, binds, words }) => ({
        ...{ key, kind, phrase, binds, facts },
        ...(words && { words }),
      }))
      await io.out(`${JSON.stringify(listed)}\n`)
      return 0
    }
    const other = lang === 'vi' ? 'en' : 'vi'
    const rows = questions.map(({ key, kind, facts, phrase }) => [
      ...[key, kind, phrase[lang], phrase[other]],
      facts.map(({ name, required }) => (required ? name : `[${name}]`)).join(' '),
    ])
    await io.out(table(rows))
    return 0
  },
}

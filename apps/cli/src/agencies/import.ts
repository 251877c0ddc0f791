import path from 'node:path'
import { importBodies, previewBodies } from '@motcua/operations'
import { problemLine } from '@motcua/operations/tenants/problem'
import { now } from '../clock.ts'
import { Unusable, type Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { readText } from '../read-text.ts'

const known = ['agencies.csv', 'receiving-points.csv', 'successors.csv']

/** Shows what files of bodies would change; with `--apply` and a reason, puts it into force. */
export const command: Command = {
  usage: 'TENANT FILE... [--apply --why TEXT]',
  options: { apply: { type: 'boolean' }, why: { type: 'string' } },
  operands: [2, 4],

  async run({ io, operands, options, lang }) {
    const [tenant, ...files] = operands as [string, ...string[]]
    const texts = Object.fromEntries(files.map((file) => [nameOf(file), readText(file, io.cwd)]))
    const { problems, changes, edition } = await withDatabase(io, (db) =>
      db.read(tenant, (tx) => previewBodies(tx, texts)),
    )
    for (const problem of problems) io.err(`${problemLine(problem, lang)}\n`)
    if (problems.length > 0) return 1
    for (const { file, row, how, cells } of changes)
      await io.out(
        `${how} ${file} ${row}: ${cells.map((c) => `${c.column} «${c.was}» → «${c.is}»`).join('; ')}\n`,
      )
    if (!options['apply'] || changes.length === 0) return 0
    const why = options['why']
    if (typeof why !== 'string' || why.trim() === '')
      throw new Unusable({
        vi: 'cần --why với căn cứ thay đổi',
        en: '--why with the basis of the change is needed',
      })
    const amendment = { edition, now: now(), by: 'motcua', why }
    const done = await withDatabase(io, (db) =>
      db.transact(tenant, (tx) => importBodies(tx, texts, amendment)),
    )
    for (const problem of done.problems) io.err(`${problemLine(problem, lang)}\n`)
    return done.problems.length > 0 ? 1 : 0
  },
}

function nameOf(file: string): string {
  const name = path.basename(file)
  if (known.includes(name)) return name
  throw new Unusable({
    vi: `\`${name}\` không phải là ${known.join(', ')}`,
    en: `\`${name}\` is none of ${known.join(', ')}`,
  })
}

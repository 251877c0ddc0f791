import type { Command, ExitCode } from '../command.ts'
import { withArchive } from './connection.ts'

/** Brings the database to this version; a database that is there already is left as it is. */
export const command: Command = {
  usage: '',
  operands: [0, 0],

  run: ({ io, json, lang }) =>
    withArchive<ExitCode>(io, async ({ applied }) => {
      const said = {
        vi: applied.length === 0 ? 'cơ sở dữ liệu đã ở phiên bản này' : applied.join('\n'),
        en: applied.length === 0 ? 'the database is at this version already' : applied.join('\n'),
      }
      await io.out(json ? `${JSON.stringify({ applied })}\n` : `${said[lang]}\n`)
      return 0
    }),
}

import type { Command, ExitCode } from '../command.ts'
import { withArchive } from './connection.ts'

/** Prints the address of the database for its owner, for `psql` and the like. It holds the password. */
export const command: Command = {
  usage: '',
  operands: [0, 0],

  run: ({ io, json, lang }) =>
    withArchive<ExitCode>(io, async ({ ownerUrl, started }) => {
      if (started) io.err(`${onlyWhileRunning[lang]}\n`)
      await io.out(json ? `${JSON.stringify({ url: ownerUrl })}\n` : `${ownerUrl}\n`)
      return 0
    }),
}

const onlyWhileRunning = {
  vi: 'máy chủ nhúng không chạy: địa chỉ này chỉ dùng được khi hệ thống đang chạy (npm start)',
  en: 'the embedded server is not running: this address answers only while the system runs (npm start)',
}

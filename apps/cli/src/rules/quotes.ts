import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type VerifiedQuotes, verifyQuotes } from '@motcua/dsl'
import { type Command, WrongUsage } from '../command.ts'
import { readText } from '../read-text.ts'
import { asJson, complainAll } from './report.ts'

/**
 * Looks up every `nguyên văn` of a regulation in the official text it was taken from. A passage that the text does not
 * hold, or whose fingerprint is of another passage, fails; `--write` puts fingerprints to those that it holds.
 */
export const command: Command = {
  usage: 'FILE --against TEXT [--write]',
  options: { against: { type: 'string' }, write: { type: 'boolean' } },
  operands: [1, 1],

  async run(call) {
    const { against, write } = call.options
    if (typeof against !== 'string') throw noText()
    const name = call.operands[0]!
    const file = { path: name, text: readText(name, call.io.cwd) }
    const official = readText(against, call.io.cwd)
    const verified = verifyQuotes(file, official)
    // What is to be written is not complained of; a passage that the text does not hold always is.
    const found = (
      write ? verifyQuotes({ ...file, text: verified.text }, official) : verified
    ).diagnostics.map((diagnostic) => ({ diagnostic, files: [file] }))
    if (write && verified.text !== file.text) writeFileSync(path.resolve(call.io.cwd, name), verified.text)
    complainAll(found, call)
    if (call.json)
      await call.io.out(
        `${JSON.stringify({ quotes: verified.quotes, unmarked: write ? 0 : verified.unmarked, faults: found.map(asJson) })}\n`,
      )
    else await call.io.out(`${summary(verified, write === true, found.length)[call.lang]}\n`)
    return found.length > 0 ? 1 : 0
  },
}

const noText = () =>
  new WrongUsage({
    vi: 'thiếu văn bản gốc: `--against TỆP`',
    en: 'the official text is missing: `--against FILE`',
  })

function summary({ quotes, unmarked }: VerifiedQuotes, written: boolean, faults: number) {
  const s = quotes === 1 ? '' : 's'
  return {
    vi: `${quotes} đoạn nguyên văn, ${unmarked} ${written ? 'đã ghi dấu đối chiếu' : 'chưa có dấu đối chiếu'}, ${faults} lỗi`,
    en: `${quotes} quotation${s}, ${unmarked} ${written ? 'given a fingerprint' : 'without a fingerprint'}, ${faults} fault${faults === 1 ? '' : 's'}`,
  }
}
